using Glassbox.Analysis.Secrets.Values;
using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Secrets.Formats;

/// <summary>Files that are there to hold credentials, and do not name them as such.</summary>
internal static class CredentialFiles
{
    private const string NpmAuth = "_auth";
    private const string DockerAuth = "\"auth\"";

    public static void Run(SecretScan scan)
    {
        if (scan.File.Name is ".pgpass" or "pgpass.conf") ReadPgPass(scan);
        else if (scan.File.Name is ".npmrc") ReadNpmrc(scan);
        else if (scan.File.Language == FileLanguage.Json || scan.File.Name is ".dockercfg" or "config") ReadDocker(scan);
    }

    // host:port:database:user:password, where a backslash keeps a colon from separating.
    private static void ReadPgPass(SecretScan scan)
    {
        var text = scan.Text;
        for (var start = 0; start < text.Length;)
        {
            var next = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            var end = next > start && text[next - 1] == '\r' ? next - 1 : next;
            var (at, fields) = (start, 0);
            for (; at < end && fields < 4; at++)
            {
                if (text[at] == '\\') at++;
                else if (text[at] == ':') fields++;
            }

            if (fields == 4 && text[start] != '#' && at < end && UserPassword.Judge("", text.AsSpan(at, end - at)) is not null)
                scan.Add(SecretKinds.PgPassPassword, at, end, Confidence.High);
            start = next + 1;
        }
    }

    // The older way: user and password together in base64.
    private static void ReadNpmrc(SecretScan scan)
    {
        var text = scan.Text;
        for (var at = text.IndexOf(NpmAuth, StringComparison.Ordinal); at >= 0; at = text.IndexOf(NpmAuth, at + 1, StringComparison.Ordinal))
        {
            var start = SkipBlanks(text, at + NpmAuth.Length);
            if (start >= text.Length || text[start] != '=') continue;
            start = SkipBlanks(text, start + 1);
            if (start < text.Length && text[start] == '"') start++;
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] != '"') end++;
            if (HoldsPassword(text.AsSpan(start, end - start))) scan.Add(SecretKinds.NpmRegistryAuth, start, end, Confidence.High);
        }
    }

    private static void ReadDocker(SecretScan scan)
    {
        var text = scan.Text;
        for (var at = text.IndexOf(DockerAuth, StringComparison.Ordinal); at >= 0; at = text.IndexOf(DockerAuth, at + 1, StringComparison.Ordinal))
        {
            var start = SkipBlanks(text, at + DockerAuth.Length);
            if (start >= text.Length || text[start] != ':') continue;
            start = SkipBlanks(text, start + 1);
            if (start >= text.Length || text[start] != '"') continue;
            var end = text.IndexOf('"', ++start);
            if (end > start && HoldsPassword(text.AsSpan(start, end - start))) scan.Add(SecretKinds.DockerAuth, start, end, Confidence.High);
        }
    }

    private static bool HoldsPassword(ReadOnlySpan<char> value) =>
        Base64Text.DecodeText(value) is { } pair && pair.IndexOf(':') is > 0 and var colon && UserPassword.Judge(pair.AsSpan(0, colon), pair.AsSpan(colon + 1)) is not null;

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t') at++;
        return at;
    }
}
