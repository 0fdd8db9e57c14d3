using Glassbox.Contracts.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Feedback;

/// <summary>An edit without what it leaves as it is: some clients send the whole line, or the whole text.</summary>
/// <param name="Before">The text before it.</param>
/// <param name="After">The text with it.</param>
/// <param name="Start">Where they begin to differ.</param>
/// <param name="Length">How much goes.</param>
/// <param name="NewLength">How much comes.</param>
internal readonly record struct TrimmedEdit(SourceText Before, SourceText After, int Start, int Length, int NewLength)
{
    /// <summary>How much longer the text is.</summary>
    public int Growth => NewLength - Length;

    /// <summary>Where what went ended in the text before.</summary>
    public int End => Start + Length;

    /// <summary>What came.</summary>
    public string Inserted => After.ToString(new TextSpan(Start, NewLength));

    /// <summary>Trims an edit.</summary>
    public static TrimmedEdit Of(SourceText before, OffsetEdit edit, SourceText after)
    {
        var most = Math.Min(edit.Length, edit.NewText.Length);
        var front = 0;
        while (front < most && before[edit.Start + front] == edit.NewText[front]) front++;
        var back = 0;
        while (back < most - front && before[edit.Start + edit.Length - 1 - back] == edit.NewText[^(back + 1)]) back++;
        return new TrimmedEdit(before, after, edit.Start + front, edit.Length - front - back, edit.NewText.Length - front - back);
    }

    /// <summary>
    /// True when exactly this was done: where a stretch stood in the text before, a text stands now, and all behind it is as it was.
    /// Independent of where the client says the difference lies, which between equal letters is its choice.
    /// </summary>
    public bool Replaces(int start, int length, ReadOnlySpan<char> by)
    {
        if (Start < start || by.Length - length != Growth || start + by.Length > After.Length || !Same(After, start, by)) return false;
        var changedBehind = End - (start + length);
        return changedBehind <= 0 || Before.ToString(new TextSpan(start + length, changedBehind)) == After.ToString(new TextSpan(start + by.Length, changedBehind));
    }

    private static bool Same(SourceText text, int at, ReadOnlySpan<char> expected)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            if (text[at + i] != expected[i]) return false;
        }

        return true;
    }
}
