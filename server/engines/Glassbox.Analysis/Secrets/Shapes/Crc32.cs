namespace Glassbox.Analysis.Secrets.Shapes;

/// <summary>The checksum of zip and PNG (polynomial 0xEDB88320), which some issuers put at the end of their tokens.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private const string Base62Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>The checksum of a text of ASCII characters.</summary>
    public static uint Of(ReadOnlySpan<char> text)
    {
        var crc = uint.MaxValue;
        foreach (var character in text)
        {
            crc ^= (byte)character;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
        }

        return ~crc;
    }

    /// <summary>The checksum in digits, upper-case and lower-case letters, with leading zeros.</summary>
    public static string InBase62(ReadOnlySpan<char> text, int length)
    {
        Span<char> digits = stackalloc char[length];
        var rest = Of(text);
        for (var at = length - 1; at >= 0; at--)
        {
            digits[at] = Base62Digits[(int)(rest % 62)];
            rest /= 62;
        }

        return digits.ToString();
    }
}
