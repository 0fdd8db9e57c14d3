using System.Collections.Immutable;
using Glassbox.Completion.Lexing;

namespace Glassbox.Completion.NextEdit;

/// <summary>Whole lines that came: between other lines of the same shapes as those above and below.</summary>
internal static class InsertedLines
{
    private const double Enough = 1;
    private const int MostLines = 6;
    private const int ContextLines = 3;

    public static ImmutableArray<Place> Find(TokenEdit edit)
    {
        var (old, now) = (edit.Old, edit.Now);
        // Whatever the order of the keystrokes, lines that came end with the break after them.
        if (edit.OldCount != 0 || edit.NewCount < 2 || !now.IsBreak(edit.NewEnd - 1) || !old.IsBreak(edit.OldFirst - 1) || edit.OldFirst == 0) return [];
        var lines = Enumerable.Range(edit.NewFirst, edit.NewCount).Count(now.IsBreak);
        if (lines > MostLines || edit.OldFirst >= old.Count || IsOneOfAList(edit)) return [];
        var above = AboveFirst(old, edit.OldFirst - 1);
        var below = BelowEnd(old, edit.OldFirst);
        var places = ImmutableArray.CreateBuilder<Place>();
        for (var at = 1; at < now.Count; at++)
        {
            // The lines that came, and the boundary before and behind them, are no place.
            if (!now.IsBreak(at - 1) || (at >= edit.NewFirst && at <= edit.NewEnd)) continue;
            if (Compare(edit, above, below, at) is { } holes && Build(edit, at, holes) is { } place) places.Add(place);
        }

        return places.ToImmutable();
    }

    // Another call in a list of calls of the same kind says nothing about other lists.
    private static bool IsOneOfAList(TokenEdit edit)
    {
        var (old, now) = (edit.Old, edit.Now);
        var end = now.LineEnd(edit.NewFirst);
        return IsAlike(old.LineFirst(edit.OldFirst - 2), edit.OldFirst - 1) || IsAlike(edit.OldFirst, old.LineEnd(edit.OldFirst));

        bool IsAlike(int first, int stop)
        {
            if (first < 0 || stop - first != end - edit.NewFirst || !TokenEdit.Same(old, first, now, edit.NewFirst)) return false;
            for (var i = 0; i < stop - first; i++)
            {
                if (TokenEdit.Same(old, first + i, now, edit.NewFirst + i)) continue;
                if (!old.MayDiffer(first + i) || !now.MayDiffer(edit.NewFirst + i)) return false;
            }

            return true;
        }
    }

    private static Holes? Compare(TokenEdit edit, int above, int below, int at)
    {
        var (old, now) = (edit.Old, edit.Now);
        var holes = new Holes();
        var up = Agreement(above, edit.OldFirst - 1, at - (edit.OldFirst - above));
        var down = Agreement(edit.OldFirst, below, at);
        var score = Math.Max(up, 0) + Math.Max(down, 0);
        if (score < Enough) return null;
        // One side may differ, but not in what it begins with: a bracket stays a bracket.
        if (up < 0 && (down < Enough || !SameBeginning(old.LineFirst(edit.OldFirst - 2), now.LineFirst(at - 2)))) return null;
        if (down < 0 && (up < Enough || !SameBeginning(edit.OldFirst, at))) return null;
        return holes;

        // Negative where the shapes differ.
        double Agreement(int first, int end, int place)
        {
            if (place < 0 || place + (end - first) > now.Count) return -1;
            if (first > 0 && end > first && !now.IsBreak(place - 1)) return -1;
            var agreeing = 0.0;
            for (var i = first; i < end; i++, place++)
            {
                var same = TokenEdit.Same(old, i, now, place);
                if (!same && (!old.MayDiffer(i) || !now.MayDiffer(place))) return -1;
                if (old.MayDiffer(i) && !holes.Fill(old.TextOf(i), now.TextOf(place))) return -1;
                if (same && old.IsWord(i)) agreeing += 0.5;
            }

            return now.IsBreak(place) ? agreeing : -1;
        }

        bool SameBeginning(int one, int other) => one >= 0 && other >= 0 && TokenEdit.Same(old, one, now, other);
    }

    private static Place? Build(TokenEdit edit, int at, Holes holes)
    {
        var now = edit.Now;
        for (var i = edit.NewFirst; i < edit.NewEnd; i++)
        {
            // A text that belongs to the edited place alone would be wrong at a place with other names.
            if (now[i].Kind == CodeTokenKind.String && holes.Differ && now[i].Length > 2 && !holes.Knows(now.TextOf(i))) return null;
        }

        var last = edit.NewEnd - 2;
        var written = holes.Write(now, edit.NewFirst, last + 1);
        if (IsThere(now, at, written)) return null;
        var sourceIndent = now.IndentAt(now[edit.NewFirst].Start);
        var belowIndent = now.IndentAt(now.StartOf(edit.NewEnd));
        var aboveIndent = now.IndentAt(now.StartOf(now.LineFirst(edit.NewFirst - 2)));
        var placeBelow = now.IndentAt(now.StartOf(at));
        var placeAbove = now.IndentAt(now.StartOf(now.LineFirst(at - 2)));
        var indent = sourceIndent == belowIndent ? placeBelow
            : sourceIndent.StartsWith(aboveIndent, StringComparison.Ordinal) ? placeAbove + sourceIndent[aboveIndent.Length..]
            : placeBelow;

        // Directly under the line above, or directly over the line below, as the new lines are.
        var isUnder = now.NextLineStart(now.EndOf(edit.NewFirst - 2)) == now.LineStart(now[edit.NewFirst].Start);
        var start = isUnder ? now.NextLineStart(now.EndOf(at - 2)) : now.LineStart(now[at].Start);
        var end = now.EndOf(last);
        var ending = now.Text[end..now.NextLineStart(end)];
        return Place.Of(now.Text, start, start, indent + Lines.Reindent(written, sourceIndent, indent) + ending, 0.8);
    }

    private static bool IsThere(LexedText now, int at, string written)
    {
        var (above, below) = (now.LineFirst(at - 2), now.LineEnd(at));
        return Line(above, at - 1) == written || Line(at, below) == written;

        string Line(int first, int end) => first < 0 || end <= first ? "" : now.Text[now[first].Start..now.EndOf(end - 1)];
    }

    // Up to the first line that has a word; a bracket alone says little.
    private static int AboveFirst(LexedText text, int lineBreak)
    {
        var first = text.LineFirst(lineBreak - 1);
        for (var i = 1; i < ContextLines && first > 1 && !HasWord(text, first); i++) first = text.LineFirst(first - 2);
        return Math.Max(0, first);
    }

    private static int BelowEnd(LexedText text, int start)
    {
        var (first, end) = (start, text.LineEnd(start));
        for (var i = 1; i < ContextLines && end < text.Count - 1 && !HasWord(text, first); i++) (first, end) = (end + 1, text.LineEnd(end + 1));
        return end;
    }

    private static bool HasWord(LexedText text, int first)
    {
        for (var i = first; !text.IsBreak(i); i++) if (text.IsWord(i)) return true;
        return false;
    }
}
