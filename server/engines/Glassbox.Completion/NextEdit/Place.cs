namespace Glassbox.Completion.NextEdit;

/// <summary>A place where the edit can be made again.</summary>
/// <param name="Start">Where it begins in the newest text.</param>
/// <param name="Length">How many code units go.</param>
/// <param name="NewText">What comes.</param>
/// <param name="Confidence">From 0 to 1.</param>
internal sealed record Place(int Start, int Length, string NewText, double Confidence)
{
    /// <summary>Where it ends in the newest text.</summary>
    public int End => Start + Length;

    /// <summary>A place as small as it can be; null where nothing would change.</summary>
    public static Place? Of(string text, int start, int end, string newText, double confidence)
    {
        var old = text.AsSpan(start, end - start);
        var most = Math.Min(old.Length, newText.Length);
        var front = 0;
        while (front < most && old[front] == newText[front]) front++;
        var back = 0;
        while (back < most - front && old[^(back + 1)] == newText[^(back + 1)]) back++;
        while (front > 0 && (Splits(old, front) || Splits(newText, front))) front--;
        while (back > 0 && (Splits(old, old.Length - back) || Splits(newText, newText.Length - back))) back--;
        var (length, now) = (old.Length - front - back, newText[front..(newText.Length - back)]);
        return length == 0 && now.Length == 0 ? null : new Place(start + front, length, now, confidence);
    }

    // Editors count a pair of line break characters, and a pair of surrogates, as one; words read better whole.
    private static bool Splits(ReadOnlySpan<char> text, int at) =>
        at > 0 && at < text.Length
        && ((text[at - 1] == '\r' && text[at] == '\n')
            || (char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]))
            || (Lexing.IdentifierCharacters.IsPart(text[at - 1]) && Lexing.IdentifierCharacters.IsPart(text[at])));
}
