using Glassbox.Analysis.Secrets.Shapes;
using Glassbox.Analysis.Secrets.Values;

namespace Glassbox.Analysis.Secrets.Formats;

/// <summary>Keys and signatures in connection strings and addresses of Azure.</summary>
internal static class AzureSecrets
{
    public const string AccountKey = "AccountKey=";
    public const string SharedAccessKey = "SharedAccessKey=";
    public const string Signature = "sig=";

    private const int LongestKey = 128;
    private const int KeyBytes = 32;
    private const int LongestAddress = 600;

    // The emulators of storage and of Cosmos DB have published keys, which are the same on every machine.
    private static readonly string[] EmulatorKeys = ["Eby8vdM02xNO", "C2y6yDjf5/R+"];

    private static readonly CharacterRun Key = new(Alphabets.PaddedBase64, 40, LongestKey);
    private static readonly CharacterRun SignatureRun = new(Alphabets.Encoded, 43, LongestKey);

    public static void ReadAccountKey(SecretScan scan, int at)
    {
        if (TokenBorders.IsStart(scan.Text, at)) ReadKey(scan, at + AccountKey.Length, SecretKinds.AzureStorageKey);
    }

    public static void ReadSharedAccessKey(SecretScan scan, int at)
    {
        if (TokenBorders.IsStart(scan.Text, at)) ReadKey(scan, at + SharedAccessKey.Length, SecretKinds.AzureSharedAccessKey);
    }

    /// <summary>Reads the signature of an address that bears its own permission.</summary>
    public static void ReadSignature(SecretScan scan, int at)
    {
        var text = scan.Text;
        if (at == 0 || text[at - 1] is not ('?' or '&' or ';')) return;
        var start = at + Signature.Length;
        var length = SignatureRun.LengthAfter(text, start);
        if (!SignatureRun.Allows(length) || !HasPermission(text, at)) return;
        var decoded = Uri.UnescapeDataString(text.Substring(start, length));
        if (Base64Text.Decode(decoded) is not { Length: KeyBytes } || Placeholders.IsExample(decoded)) return;
        scan.Add(SecretKinds.AzureSasSignature, start, start + length, TokenVerdict.Sure);
    }

    /// <summary>True for a key that comes with an emulator.</summary>
    public static bool IsEmulatorKey(ReadOnlySpan<char> value)
    {
        foreach (var key in EmulatorKeys)
        {
            if (value.StartsWith(key, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static void ReadKey(SecretScan scan, int start, SecretKind kind)
    {
        var length = Key.LengthAfter(scan.Text, start);
        if (!Key.Allows(length)) return;
        var value = scan.Text.AsSpan(start, length);
        if (IsEmulatorKey(value) || Placeholders.IsExample(value) || !Entropy.IsEnough(value) || Base64Text.Decode(value) is null) return;
        scan.Add(kind, start, start + length, TokenVerdict.Sure);
    }

    // The version, the times or the rights that are signed stand in the same address.
    private static bool HasPermission(string text, int at)
    {
        var start = at;
        while (start > 0 && at - start < LongestAddress && !EndsAddress(text[start - 1])) start--;
        var end = at;
        while (end < text.Length && end - at < LongestAddress && !EndsAddress(text[end])) end++;
        var address = text.AsSpan(start, end - start);
        return address.Contains("sv=", StringComparison.Ordinal) || (address.Contains("se=", StringComparison.Ordinal) && address.Contains("sr=", StringComparison.Ordinal));
    }

    private static bool EndsAddress(char character) => char.IsWhiteSpace(character) || character is '"' or '\'' or '`' or '<' or '>';
}
