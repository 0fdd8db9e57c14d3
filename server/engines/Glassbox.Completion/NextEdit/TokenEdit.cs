using Glassbox.Completion.Lexing;

namespace Glassbox.Completion.NextEdit;

/// <summary>An edit in whole tokens: what stood between two tokens that stayed, and what stands there now.</summary>
/// <param name="Old">The text before, around the edit.</param>
/// <param name="OldFirst">The first token that went.</param>
/// <param name="OldCount">How many went.</param>
/// <param name="Now">The newest text.</param>
/// <param name="NewFirst">The first token that came.</param>
/// <param name="NewCount">How many came.</param>
internal sealed record TokenEdit(LexedText Old, int OldFirst, int OldCount, LexedText Now, int NewFirst, int NewCount)
{
    private const int MostTokens = 80;

    /// <summary>The token after the last that went.</summary>
    public int OldEnd => OldFirst + OldCount;

    /// <summary>The token after the last that came.</summary>
    public int NewEnd => NewFirst + NewCount;

    /// <summary>Reads an edit; null where only white space and comments changed, where too much did, or where brackets are left open.</summary>
    public static TokenEdit? Of(RecordedEdit edit, LexedText now, LexicalRules rules)
    {
        var (old, offset) = LexedText.Around(edit, now, rules);
        var (oldFirst, oldEnd) = Touching(old, edit.BeforeStart - offset, edit.BeforeStart + edit.OldLength - offset);
        var (newFirst, newEnd) = Touching(now, edit.Start, edit.End);
        while (oldFirst < oldEnd && newFirst < newEnd && Same(old, oldFirst, now, newFirst))
        {
            oldFirst++;
            newFirst++;
        }

        while (oldFirst < oldEnd && newFirst < newEnd && Same(old, oldEnd - 1, now, newEnd - 1))
        {
            oldEnd--;
            newEnd--;
        }

        var (oldCount, newCount) = (oldEnd - oldFirst, newEnd - newFirst);
        if ((oldCount == 0 && newCount == 0) || oldCount > MostTokens || newCount > MostTokens) return null;
        return Brackets.Balance(old, oldFirst, oldEnd) != Brackets.Balance(now, newFirst, newEnd) ? null : new TokenEdit(old, oldFirst, oldCount, now, newFirst, newCount);
    }

    /// <summary>True when two tokens read the same.</summary>
    public static bool Same(LexedText left, int leftIndex, LexedText right, int rightIndex) =>
        left[leftIndex].Kind == right[rightIndex].Kind && left.TextOf(leftIndex).SequenceEqual(right.TextOf(rightIndex));

    /// <summary>True when a token that went stands among those that came.</summary>
    public bool IsKept(int oldIndex)
    {
        for (var i = NewFirst; i < NewEnd; i++)
        {
            if (Same(Old, oldIndex, Now, i)) return true;
        }

        return false;
    }

    /// <summary>True when a line break went or came.</summary>
    public bool CrossesLines
    {
        get
        {
            for (var i = OldFirst; i < OldEnd; i++) if (Old.IsBreak(i)) return true;
            for (var i = NewFirst; i < NewEnd; i++) if (Now.IsBreak(i)) return true;
            return false;
        }
    }

    private static (int First, int End) Touching(LexedText text, int start, int end)
    {
        var first = text.FirstEndingFrom(start);
        var last = first;
        while (last < text.Count && text[last].Start <= end) last++;
        return (first, last);
    }
}
