using Glassbox.Analysis.Secrets.Formats;
using Glassbox.Analysis.Secrets.Shapes;
using Glassbox.Analysis.Secrets.Values;

namespace Glassbox.Analysis.Secrets.Assignments;

/// <summary>Secrets without a prefix: name, length and what else the file speaks of say whose they are.</summary>
internal static class ContextKinds
{
    private const int AzureKeyLength = 88;
    private const int SharedKeyLength = 44;
    private const int ShortestMachineKey = 32;

    /// <summary>The kind of a value beside a name that means a secret, or null where nothing tells it from others.</summary>
    public static SecretKind? Of(SecretScan scan, ReadOnlySpan<char> name, ReadOnlySpan<char> value) =>
        OfFile(scan.File, name) ?? OfCloud(scan, name, value) ?? OfService(scan, name, value);

    private static SecretKind? OfFile(ScannedFile file, ReadOnlySpan<char> name)
    {
        if (file.Name is ".netrc" or "_netrc") return SecretKinds.NetrcPassword;
        if (file.Name is ".npmrc") return SecretKinds.NpmRegistryAuth;
        return file.Language == FileLanguage.Markup && name.Equals("ClearTextPassword", StringComparison.OrdinalIgnoreCase) ? SecretKinds.NuGetPassword : null;
    }

    private static SecretKind? OfCloud(SecretScan scan, ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (AwsSecrets.IsSecret(value) && (Has(name, "secretaccesskey") || Has(name, "aws") || (Has(name, "secret") && scan.Mentions("aws")))) return SecretKinds.AwsSecretKey;
        if (value.Length == AzureKeyLength && IsBytes(value, 64) && (Has(name, "storage") || Has(name, "account") || Has(name, "azure"))) return SecretKinds.AzureStorageKey;
        if (value.Length == SharedKeyLength && IsBytes(value, 32) && Has(name, "sharedaccess")) return SecretKinds.AzureSharedAccessKey;
        if (IsMachineKey(scan.File, name, value)) return SecretKinds.MachineKey;
        if (ValueLooks.IsUuid(value) && scan.Mentions("heroku") && (EndsWith(name, "key") || EndsWith(name, "token"))) return SecretKinds.HerokuKey;
        return value.Length is 37 or 40 && !value.ContainsAnyExcept(Alphabets.UrlSafe) && (Has(name, "cloudflare") || Has(name, "cfapi")) && ValueLooks.IsRandom(value)
            ? SecretKinds.CloudflareToken
            : null;
    }

    private static SecretKind? OfService(SecretScan scan, ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (!ValueLooks.IsHex(value) || !Entropy.IsEnough(value)) return null;
        if (value.Length is 32 or 40 && IsKeyOfDatadog(name) && (StartsWith(name, "dd") || scan.Mentions("datadog"))) return SecretKinds.DatadogKey;
        if (value.Length != 32) return null;
        if ((EndsWith(name, "authtoken") || EndsWith(name, "secret") || Has(name, "twilio")) && scan.Mentions("twilio")) return SecretKinds.TwilioAuthToken;
        return EndsWith(name, "secret") && (Has(name, "facebook") || StartsWith(name, "fb") || scan.Mentions("facebook")) ? SecretKinds.FacebookSecret : null;
    }

    private static bool IsKeyOfDatadog(ReadOnlySpan<char> name) => EndsWith(name, "apikey") || EndsWith(name, "appkey") || EndsWith(name, "applicationkey");

    private static bool IsMachineKey(ScannedFile file, ReadOnlySpan<char> name, ReadOnlySpan<char> value) =>
        file.Language == FileLanguage.Markup && value.Length >= ShortestMachineKey && ValueLooks.IsHex(value) && (EndsWith(name, "validationkey") || EndsWith(name, "decryptionkey"));

    private static bool IsBytes(ReadOnlySpan<char> value, int length) => Base64Text.Decode(value) is { } bytes && bytes.Length == length && !AzureSecrets.IsEmulatorKey(value);

    private static bool Has(ReadOnlySpan<char> name, string word) => Plain(name).Contains(word, StringComparison.Ordinal);

    private static bool StartsWith(ReadOnlySpan<char> name, string word) => Plain(name).StartsWith(word, StringComparison.Ordinal);

    private static bool EndsWith(ReadOnlySpan<char> name, string word) => Plain(name).EndsWith(word, StringComparison.Ordinal);

    // "AWS_SECRET_ACCESS_KEY" and "awsSecretAccessKey" are the same name.
    private static string Plain(ReadOnlySpan<char> name)
    {
        Span<char> plain = stackalloc char[name.Length];
        var length = 0;
        foreach (var character in name)
        {
            if (char.IsAsciiLetterOrDigit(character)) plain[length++] = char.ToLowerInvariant(character);
        }

        return plain[..length].ToString();
    }
}
