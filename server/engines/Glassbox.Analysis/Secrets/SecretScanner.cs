using System.Collections.Immutable;
using Glassbox.Analysis.Secrets.Assignments;
using Glassbox.Analysis.Secrets.Formats;
using Glassbox.Analysis.Secrets.Shapes;

namespace Glassbox.Analysis.Secrets;

/// <summary>Finds keys, tokens and passwords in any text. Matches never repeat the secret.</summary>
internal static class SecretScanner
{
    private const int LongestText = 4 * 1024 * 1024;
    private const int BinaryProbe = 8000;

    /// <summary>The secrets of a text, in order. The file's name says how values are written, and what is made up.</summary>
    public static ImmutableArray<SecretMatch> Scan(string text, string fileName)
    {
        if (text.Length is 0 or > LongestText) return [];
        var file = ScannedFile.Of(fileName);
        if (file.IsMinified || text.AsSpan(0, Math.Min(BinaryProbe, text.Length)).Contains('\0')) return [];
        var scan = new SecretScan(text, file);
        TokenSearch.Run(scan);
        // Hashes beside names are what lock files are made of; a token in an address is still a token.
        if (!file.IsLockFile)
        {
            AssignmentSearch.Run(scan);
            MentionedTokens.Run(scan);
            CredentialFiles.Run(scan);
            KubernetesSecrets.Run(scan);
        }

        return scan.ToMatches();
    }
}
