using Glassbox.Analysis.Secrets.Shapes;
using Glassbox.Analysis.Secrets.Values;

namespace Glassbox.Analysis.Secrets.Formats;

/// <summary>The secret half of an AWS key, which has no prefix: known by its name, or by the key before it.</summary>
internal static class AwsSecrets
{
    private const int Length = 40;
    private const int LongestGap = 4;

    /// <summary>True for 40 characters of base64 that look random.</summary>
    public static bool IsSecret(ReadOnlySpan<char> value) =>
        value.Length == Length && !value.ContainsAnyExcept(Alphabets.Base64) && !ValueLooks.IsHex(value) && TokenChecks.IsMixed(value) != TokenVerdict.Refused;

    /// <summary>Reads "key,secret" and "key:secret", as consoles export them.</summary>
    public static void ReadAfterKey(SecretScan scan, int keyEnd)
    {
        var text = scan.Text;
        var start = keyEnd;
        while (start < text.Length && start - keyEnd < LongestGap && text[start] is ',' or ';' or ':' or '|' or ' ' or '\t' or '"' or '\'') start++;
        if (start == keyEnd || start + Length > text.Length || !TokenBorders.IsEnd(text, start + Length)) return;
        if (IsSecret(text.AsSpan(start, Length))) scan.Add(SecretKinds.AwsSecretKey, start, start + Length, TokenVerdict.Sure);
    }
}
