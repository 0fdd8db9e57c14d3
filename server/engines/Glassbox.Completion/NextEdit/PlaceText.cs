namespace Glassbox.Completion.NextEdit;

/// <summary>Writes an edit at another place: its tokens with that place's names, and that place's spacing where the edit left spacing alone.</summary>
internal static class PlaceText
{
    /// <param name="edit">The edit.</param>
    /// <param name="left">The token that stays before the place, in the newest text.</param>
    /// <param name="right">The token that stays after it.</param>
    /// <param name="holes">What differs there.</param>
    /// <param name="confidence">How sure.</param>
    public static Place? Build(TokenEdit edit, int left, int right, Holes holes, double confidence)
    {
        var (old, now) = (edit.Old, edit.Now);
        var (start, end) = (Math.Max(now.EndOf(left), IsLineStart(now, left) ? now.LineStart(now.StartOf(left + 1)) : 0), now.StartOf(right));
        if (now.IsBreak(right)) end = right == left + 1 ? start : now.EndOf(right - 1);
        var (lead, tail) = Gaps(now, edit.NewFirst, edit.NewEnd);
        var (oldLead, oldTail) = Gaps(old, edit.OldFirst, edit.OldEnd);
        var (placeLead, placeTail) = Gaps(now, left + 1, right);
        string written;
        if (edit.NewCount == 0) written = lead == oldLead ? placeLead : lead;
        else if (edit.OldCount == 0) written = (lead == oldLead ? placeLead : lead) + holes.Write(now, edit.NewFirst, edit.NewEnd) + (lead != oldLead && tail == oldTail ? placeTail : tail);
        else written = (lead == oldLead ? placeLead : lead) + holes.Write(now, edit.NewFirst, edit.NewEnd) + (tail == oldTail ? placeTail : tail);
        written = Lines.Reindent(written, now.IndentAt(now.StartOf(edit.NewFirst)), now.IndentAt(start));
        return start > end ? null : Place.Of(now.Text, start, end, written, confidence);
    }

    // The white space and comments on the same line before and behind a run of tokens.
    private static (string Lead, string Tail) Gaps(LexedText text, int first, int end)
    {
        var start = IsLineStart(text, first - 1) ? text.LineStart(text.StartOf(first)) : text.EndOf(first - 1);
        if (first == end)
        {
            // Nothing between: one gap, which is both.
            var gap = text.IsBreak(end) ? "" : text.Text[Math.Min(start, text.StartOf(end))..text.StartOf(end)];
            return (gap, gap);
        }

        var lead = text.Text[Math.Min(start, text.StartOf(first))..text.StartOf(first)];
        var tail = text.IsBreak(end) ? "" : text.Text[text.EndOf(end - 1)..text.StartOf(end)];
        return (lead, tail);
    }

    private static bool IsLineStart(LexedText text, int index) => index < 0 || text.IsBreak(index);
}
