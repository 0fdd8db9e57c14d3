using FsCheck;
using FsCheck.Fluent;
using Glassbox.Analysis.Secrets;

namespace Glassbox.Analysis.Tests;

internal sealed class SecretScannerPropertyTests
{
    private static readonly string[] Files =
    [
        "a.cs", "a.json", "a.yml", "a.xml", ".env", "a.sh", "README.md", "Dockerfile", "main.tf", ".npmrc", ".netrc", ".pgpass", "build.gradle", "package-lock.json", "tests/a.py",
    ];

    // Cut in two where a whole one would be taken for a secret.
    private static readonly string[] Fragments =
    [
        "password", "Password", "PWD", "client_secret", "api" + "Key", "token", "key", "value", "name", "default", "variable \"", "ENV ", "--", "user", "server=", "host=", "sig=", "?sv=1&", "AccountKey=",
        "SharedAccessKey=", "gh" + "p_", "AK" + "IA", "sk" + "-", "xo" + "xb-", "ey" + "J", "S" + "G.", "Q" + "~", "+A" + "St", ":A" + "A", "-us1", ".", "-----BEGIN ", "PRIVATE KEY", "-----END ", "-----",
        "LS0tLS1CRUdJTi", "PuTTY-User-Key-File-2: ", "Private-Lines: ", "Private-MAC: ", "Bearer ", "Basic ", "curl ", " -u ", "https://", "://", "hooks.slack.com/", "services/", "discord.com/api/webhooks/",
        "twilio", "discord", "mailgun", "SK", "\"auth\"", "_auth=", "kind: Secret\n", "\ndata:\n", "\n---\n", "a1B2", "Kx7!qPz9", "deadbeef0123", "0123456789", "MTIzNDU2Nzg5MDEyMzQ1Njc4", "QWxhZGRpbjpvcGVu",
        "=", ":", "==", "=>", ":=", "!=", "??=", "||", "(", ")", "[", "]", "{", "}", "<", ">", "</", "&", "&amp;", "&quot;", ";", ",", "@", "/", "\\", "\"", "'", "`", "\\\"", "\\n", "$", "#", "%3D", "+", "-", "_",
        " ", "\t", "\n", "\r\n", "\r", "é", "\ud83d\ude00", "\ud83d", "\ude00", "\uFEFF", "\u0085",
    ];

    /// <summary>Matches lie within the text, in order and apart, and none is told whole.</summary>
    [TestCaseSource(nameof(Files))]
    public void AnyText_HasMatchesWithin(string file) =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements(Fragments)).Select(string.Concat).ToArbitrary(), text =>
        {
            var end = 0;
            foreach (var match in SecretScanner.Scan(text, file))
            {
                if (match.Span.Start < end || match.Span.IsEmpty || match.Span.End > text.Length) return false;
                if (match.Redacted.Contains(text.Substring(match.Span.Start, match.Span.Length), StringComparison.Ordinal)) return false;
                end = match.Span.End;
            }

            return true;
        }).QuickCheckThrowOnFailure();
}
