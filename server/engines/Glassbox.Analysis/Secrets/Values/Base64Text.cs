using System.Text;

namespace Glassbox.Analysis.Secrets.Values;

/// <summary>Base64 as secrets use it: ordinary or for addresses, padded or not.</summary>
internal static class Base64Text
{
    private const int Longest = 64 * 1024;

    /// <summary>The bytes, or null where the text is no base64.</summary>
    public static byte[]? Decode(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd('=');
        if (text.Length is 0 or > Longest || text.Length % 4 == 1) return null;
        var padded = new char[(text.Length + 3) / 4 * 4];
        padded.AsSpan().Fill('=');
        for (var at = 0; at < text.Length; at++)
        {
            padded[at] = text[at] switch
            {
                '-' => '+',
                '_' => '/',
                var other => other,
            };
        }

        var bytes = new byte[padded.Length / 4 * 3];
        return Convert.TryFromBase64Chars(padded, bytes, out var written) ? bytes[..written] : null;
    }

    /// <summary>The text that the bytes are, or null where they are none that a person could have typed.</summary>
    public static string? DecodeText(ReadOnlySpan<char> text)
    {
        if (Decode(text) is not { } bytes) return null;
        foreach (var value in bytes)
        {
            if (value is < 0x20 and not (0x09 or 0x0A or 0x0D) or > 0x7E) return null;
        }

        return Encoding.ASCII.GetString(bytes);
    }
}
