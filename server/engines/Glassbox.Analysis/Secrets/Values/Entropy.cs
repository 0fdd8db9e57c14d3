namespace Glassbox.Analysis.Secrets.Values;

/// <summary>How mixed a text is, in bits a character (Shannon).</summary>
internal static class Entropy
{
    // Chance stays well above this share of what its alphabet and length allow; what has an order stays below.
    private const double Share = 0.62;

    private const int Counted = 128;

    /// <summary>Bits a character, from the text's own frequencies.</summary>
    public static double Of(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Counted];
        counts.Clear();
        foreach (var character in text) counts[character < Counted ? character : Counted - 1]++;
        var bits = 0.0;
        foreach (var count in counts)
        {
            if (count == 0) continue;
            var share = (double)count / text.Length;
            bits -= share * Math.Log2(share);
        }

        return bits;
    }

    /// <summary>True when a text of this alphabet and length is as mixed as chance would make it.</summary>
    public static bool IsEnough(ReadOnlySpan<char> text) => text.Length > 1 && Of(text) >= Share * Math.Min(Math.Log2(text.Length), BitsOf(text));

    private static double BitsOf(ReadOnlySpan<char> text)
    {
        if (ValueLooks.IsHex(text)) return 4;
        var hasLower = text.ContainsAnyInRange('a', 'z');
        var hasUpper = text.ContainsAnyInRange('A', 'Z');
        return hasLower && hasUpper ? 6 : 5;
    }
}
