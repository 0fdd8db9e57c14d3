namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>What a text with <c>{0}</c> in it asks for.</summary>
/// <param name="Highest">The highest index, -1 where there is none.</param>
/// <param name="IsValid">False where braces do not match, which fails when it is used.</param>
internal sealed record CompositeFormat(int Highest, bool IsValid)
{
    private static readonly CompositeFormat Invalid = new(-1, false);

    /// <summary>Reads a format.</summary>
    public static CompositeFormat Of(string text)
    {
        var highest = -1;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('{' or '}')) continue;
            if (at + 1 < text.Length && text[at + 1] == text[at])
            {
                at++;
                continue;
            }

            if (text[at] == '}') return Invalid;
            var end = text.IndexOf('}', at);
            if (end < 0) return Invalid;
            var hole = text.AsSpan(at + 1, end - at - 1);
            var length = hole.IndexOfAny(',', ':');
            if (!int.TryParse(length < 0 ? hole : hole[..length], System.Globalization.NumberStyles.AllowTrailingWhite, System.Globalization.CultureInfo.InvariantCulture, out var index)) return Invalid;
            highest = Math.Max(highest, index);
            at = end;
        }

        return new CompositeFormat(highest, true);
    }
}
