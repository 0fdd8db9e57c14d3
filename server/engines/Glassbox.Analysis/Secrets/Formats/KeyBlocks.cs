using System.Text;
using Glassbox.Analysis.Secrets.Shapes;
using Glassbox.Analysis.Secrets.Values;

namespace Glassbox.Analysis.Secrets.Formats;

/// <summary>Private keys that are written as blocks of base64, plain or once more encoded.</summary>
internal static class KeyBlocks
{
    public const string Opening = "-----BEGIN ";
    public const string PuttyOpening = "PuTTY-User-Key-File-";

    // "-----BEGIN " in base64, as Kubernetes and kubeconfig hold it.
    public const string EncodedOpening = "LS0tLS1CRUdJTi";

    private const string Closing = "-----END ";
    private const string Dashes = "-----";
    private const int LongestLabel = 64;
    private const int LongestBlock = 32 * 1024;
    private const int ShortestBody = 64;
    private const int Surroundings = 600;
    private const double BitsOfBase64 = 5;

    private static readonly CharacterRun EncodedRun = new(Alphabets.PaddedBase64, 160, LongestBlock);

    /// <summary>Reads a block with its marks. Public keys, certificates and marks without a key are none.</summary>
    public static void Read(SecretScan scan, int at)
    {
        var text = scan.Text;
        var labelStart = at + Opening.Length;
        var labelLength = text.AsSpan(labelStart, Math.Min(LongestLabel, text.Length - labelStart)).IndexOf(Dashes, StringComparison.Ordinal);
        if (labelLength <= 0) return;
        var label = text.Substring(labelStart, labelLength);
        if (!label.EndsWith("PRIVATE KEY", StringComparison.Ordinal) && label != "PGP PRIVATE KEY BLOCK") return;
        var bodyStart = labelStart + labelLength + Dashes.Length;
        var bodyLength = text.AsSpan(bodyStart, Math.Min(LongestBlock, text.Length - bodyStart)).IndexOf(Closing, StringComparison.Ordinal);
        if (bodyLength <= 0) return;
        var body = text.Substring(bodyStart, bodyLength);
        var verdict = Judge(label, body);
        if (verdict == TokenVerdict.Sure && (label.Contains("ENCRYPTED", StringComparison.Ordinal) || body.Contains("ENCRYPTED", StringComparison.Ordinal))) verdict = TokenVerdict.Plausible;
        scan.Add(KindOf(text, at, label), at, EndOf(text, bodyStart + bodyLength), verdict);
    }

    /// <summary>Reads a block that was encoded as a whole.</summary>
    public static void ReadEncoded(SecretScan scan, int at)
    {
        var length = EncodedRun.LengthAfter(scan.Text, at);
        if (!EncodedRun.Allows(length) || !TokenBorders.IsStart(scan.Text, at)) return;
        // The mark is all that counts: 120 characters hold it.
        if (Base64Text.Decode(scan.Text.AsSpan(at, 120)) is not { } bytes) return;
        if (!Encoding.Latin1.GetString(bytes).Contains("PRIVATE KEY-----", StringComparison.Ordinal)) return;
        scan.Add(SecretKinds.PrivateKey, at, at + length, TokenVerdict.Sure);
    }

    /// <summary>Reads a key file of PuTTY up to its checksum.</summary>
    public static void ReadPutty(SecretScan scan, int at)
    {
        var file = scan.Text.AsSpan(at, Math.Min(LongestBlock, scan.Text.Length - at));
        var lines = file.IndexOf("Private-Lines: ", StringComparison.Ordinal);
        var checksum = file.IndexOf("Private-MAC: ", StringComparison.Ordinal);
        if (lines < 0 || checksum < lines + ShortestBody) return;
        var isPlain = file.Contains("Encryption: none", StringComparison.Ordinal);
        scan.Add(SecretKinds.SshPrivateKey, at, at + checksum, isPlain ? TokenVerdict.Sure : TokenVerdict.Plausible);
    }

    private static SecretKind KindOf(string text, int at, string label)
    {
        if (label.StartsWith("OPENSSH", StringComparison.Ordinal)) return SecretKinds.SshPrivateKey;
        if (label.StartsWith("PGP", StringComparison.Ordinal)) return SecretKinds.PgpPrivateKey;
        var start = Math.Max(0, at - Surroundings);
        return text.AsSpan(start, at - start).Contains("service_account", StringComparison.Ordinal) ? SecretKinds.GcpServiceAccount : SecretKinds.PrivateKey;
    }

    private static TokenVerdict Judge(string label, string body)
    {
        var content = ContentOf(body);
        if (content.Length < ShortestBody || Base64Text.Decode(content) is not { } bytes || Placeholders.IsPattern(content)) return TokenVerdict.Refused;
        var hasHead = label switch
        {
            "PGP PRIVATE KEY BLOCK" => (bytes[0] & 0x80) != 0,
            "OPENSSH PRIVATE KEY" => bytes.AsSpan().StartsWith("openssh-key-v1"u8),
            // A sequence of DER; what is encrypted by the older way has no head at all.
            _ => bytes[0] == 0x30,
        };
        if (hasHead) return TokenVerdict.Sure;
        return Entropy.Of(content) >= BitsOfBase64 ? TokenVerdict.Plausible : TokenVerdict.Refused;
    }

    // The base64 of a block in a file, in JSON, or in a literal that goes over several lines.
    private static string ContentOf(string body)
    {
        var content = new StringBuilder(body.Length);
        foreach (var line in body.Replace("\\r", "", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Split('\n'))
        {
            var rest = line.AsSpan().Trim();
            // Headers, and the checksum of PGP.
            if (rest.IsEmpty || rest[0] == '=' || rest.Contains(':')) continue;
            while (!rest.IsEmpty)
            {
                var start = rest.IndexOfAny(Alphabets.PaddedBase64);
                if (start < 0) break;
                rest = rest[start..];
                var end = rest.IndexOfAnyExcept(Alphabets.PaddedBase64);
                var run = end < 0 ? rest : rest[..end];
                // Between literals the plus is an operator.
                if (run is not "+") content.Append(run);
                rest = rest[run.Length..];
            }
        }

        return content.ToString();
    }

    private static int EndOf(string text, int closing)
    {
        var label = closing + Closing.Length;
        var dashes = text.AsSpan(label, Math.Min(LongestLabel, text.Length - label)).IndexOf(Dashes, StringComparison.Ordinal);
        return dashes < 0 ? label : label + dashes + Dashes.Length;
    }
}
