using System.Collections.Immutable;
using Glassbox.Completion.Lexing;

namespace Glassbox.Completion.NextEdit;

/// <summary>
/// An edit within a line, for other stretches of the same shape: the same operators and keywords, names and literals that
/// may differ, and enough that agrees in spite of that.
/// </summary>
internal static class LinePlaces
{
    private const double Enough = 1.5;
    private const int NearLines = 2;
    private const int LongestWindow = 60;

    public static ImmutableArray<Place> Find(TokenEdit edit)
    {
        if (edit.CrossesLines || IsTrivial(edit)) return [];
        if (Chain(edit) is { IsEmpty: false } chain) return chain;
        if (BeforeCall(edit) is { IsEmpty: false } calls) return calls;
        var first = edit.Old.LineFirst(edit.OldFirst);
        var end = edit.Old.LineEnd(edit.OldEnd);
        var places = WholeLines(edit, first, end);
        return places.IsEmpty ? InBrackets(edit, first, end) : places;
    }

    private static ImmutableArray<Place> WholeLines(TokenEdit edit, int first, int end)
    {
        if (end - first is < 2 or > LongestWindow) return [];
        var now = edit.Now;
        var found = new List<(int Line, Match Match)>();
        var (line, sourceLine) = (0, 0);
        for (var at = 0; at < now.Count; line++)
        {
            var lineEnd = now.LineEnd(at);
            if (edit.NewFirst >= at && edit.NewFirst <= lineEnd) sourceLine = line;
            else if (lineEnd - at == end - first && Compare(edit, first, end, at) is { } match) found.Add((line, match));
            at = lineEnd + 1;
        }

        // Neighbours of the edited line, and their neighbours, are likelier meant than the same shape far away.
        var near = new HashSet<int>();
        foreach (var group in new[] { found.Where(one => one.Line > sourceLine), found.Where(one => one.Line < sourceLine).Reverse() })
        {
            var last = sourceLine;
            foreach (var (number, _) in group)
            {
                if (Math.Abs(number - last) > NearLines) break;
                near.Add(number);
                last = number;
            }
        }

        return
        [
            .. found.Select(one => (one.Match, Score: one.Match.Score + (near.Contains(one.Line) ? 0.5 : 0)))
                .Where(one => one.Score >= Enough)
                .Select(one => Build(edit, one.Match, Confidence(one.Score))).OfType<Place>(),
        ];
    }

    // The innermost brackets on the line, with the word before them: what follows on the line may differ.
    private static ImmutableArray<Place> InBrackets(TokenEdit edit, int lineFirst, int lineEnd)
    {
        var opener = Brackets.OpenerBefore(edit.Old, edit.OldFirst);
        if (opener < lineFirst) return [];
        var closer = Brackets.CloserOf(edit.Old, opener);
        if (closer < edit.OldEnd || closer >= lineEnd) return [];
        var first = edit.Old.IsWord(opener - 1) && opener > lineFirst ? opener - 1 : opener;
        var now = edit.Now;
        var places = ImmutableArray.CreateBuilder<Place>();
        for (var at = 0; at + (closer - first) < now.Count; at++)
        {
            if (at <= edit.NewEnd && at + (closer - first) >= edit.NewFirst) continue;
            if (Compare(edit, first, closer + 1, at) is { } match && match.Score >= Enough && Build(edit, match, Confidence(match.Score)) is { } place) places.Add(place);
        }

        return places.ToImmutable();
    }

    // A path of names, such as DateTime.Now: the same path anywhere.
    private static ImmutableArray<Place> Chain(TokenEdit edit)
    {
        if (edit.OldCount == 0 || edit.NewCount == 0) return [];
        for (var i = edit.OldFirst; i < edit.OldEnd; i++) if (!edit.Old.IsName(i) && !edit.Old.IsAccess(i)) return [];
        var (first, end) = (edit.OldFirst, edit.OldEnd);
        while (first > 0 && (edit.Old.IsAccess(first - 1) || (edit.Old.IsAccess(first) && edit.Old.IsName(first - 1)))) first--;
        while (edit.Old.IsAccess(end) || (edit.Old.IsAccess(end - 1) && edit.Old.IsName(end))) end++;
        if (end - first < 3 || !edit.Old.IsName(first)) return [];
        var now = edit.Now;
        var places = ImmutableArray.CreateBuilder<Place>();
        for (var at = 0; at + (end - first) <= now.Count; at++)
        {
            if (now.IsAccess(at - 1) || now.IsAccess(at + end - first)) continue;
            var same = true;
            for (var i = first; same && i < end; i++) same = TokenEdit.Same(edit.Old, i, now, at + i - first);
            if (same && Build(edit, new Match(at + edit.OldFirst - first - 1, new Holes(), Enough), 0.9) is { } place) places.Add(place);
        }

        return places.ToImmutable();
    }

    // A keyword before a call, such as await: before other calls of the same name, whatever they stand on.
    private static ImmutableArray<Place> BeforeCall(TokenEdit edit)
    {
        if (edit is not { OldCount: 0, NewCount: 1 } || !edit.Now.IsWord(edit.NewFirst) || edit.Now.IsName(edit.NewFirst)) return [];
        var now = edit.Now;
        var name = edit.NewEnd;
        while (now.IsName(name) && now.IsAccess(name + 1)) name += 2;
        if (!now.IsName(name) || !now.Is(name + 1, "(")) return [];
        var places = ImmutableArray.CreateBuilder<Place>();
        for (var at = 0; at < now.Count; at++)
        {
            if (at == name || !now.Is(at, now.TextOf(name)) || CallShape.Named(now, at) is not { IsDeclaration: false } call) continue;
            var first = call.Name;
            while (now.IsAccess(first - 1) && (now.IsWord(first - 2) || now.Is(first - 2, ")"))) first = now.Is(first - 2, ")") ? -1 : first - 2;
            if (first < 0 || now.Is(first - 1, now.TextOf(edit.NewFirst))) continue;
            if (Place.Of(now.Text, now[first].Start, now[first].Start, $"{now.TextOf(edit.NewFirst)} ", 0.85) is { } place) places.Add(place);
        }

        return places.ToImmutable();
    }

    /// <summary>Compares a stretch of the old text with as many tokens of the newest; null where the shapes differ.</summary>
    private static Match? Compare(TokenEdit edit, int first, int end, int at)
    {
        var (old, now) = (edit.Old, edit.Now);
        var holes = new Holes();
        var score = 0.0;
        var (left, right) = (Neighbour(edit, edit.OldFirst - 1, -1, first, end), Neighbour(edit, edit.OldEnd, 1, first, end));
        for (var i = first; i < end; i++)
        {
            var place = at + i - first;
            var goes = i >= edit.OldFirst && i < edit.OldEnd;
            if (!TokenEdit.Same(old, i, now, place))
            {
                if (!old.MayDiffer(i) || !now.MayDiffer(place) || (goes && !edit.IsKept(i))) return null;
                if (!holes.Fill(old.TextOf(i), now.TextOf(place))) return null;
                continue;
            }

            if (old.MayDiffer(i) && !holes.Fill(old.TextOf(i), now.TextOf(place))) return null;
            if (goes) score += WeightOf(old, i);
            else if (old.IsWord(i)) score += i == left || i == right ? 1 : 0.5;
        }

        return new Match(at + edit.OldFirst - first - 1, holes, score);
    }

    private static double WeightOf(LexedText text, int token) => text[token].Kind switch
    {
        CodeTokenKind.Identifier => 1,
        CodeTokenKind.Number or CodeTokenKind.String => 0.25,
        _ => IsPunctuation(text.TextOf(token)) ? 0 : 0.75,
    };

    // The nearest word beside the edit says most about what is edited.
    private static int Neighbour(TokenEdit edit, int from, int step, int first, int end)
    {
        for (var i = from; i >= first && i < end; i += step) if (edit.Old.MayDiffer(i) || edit.Old.IsWord(i)) return i;
        return -1;
    }

    private static Place? Build(TokenEdit edit, Match match, double confidence) =>
        PlaceText.Build(edit, match.Left, match.Left + edit.OldCount + 1, match.Holes, confidence);

    private static bool IsTrivial(TokenEdit edit)
    {
        for (var i = edit.OldFirst; i < edit.OldEnd; i++) if (!IsPunctuation(edit.Old.TextOf(i))) return false;
        for (var i = edit.NewFirst; i < edit.NewEnd; i++) if (!IsPunctuation(edit.Now.TextOf(i))) return false;
        return true;
    }

    private static bool IsPunctuation(ReadOnlySpan<char> token) => token is "(" or ")" or "[" or "]" or "{" or "}" or "," or ";" or "." or ":";

    private static double Confidence(double score) => Math.Min(0.95, 0.6 + 0.1 * score);

    /// <summary>A stretch that is alike.</summary>
    /// <param name="Left">The token before what goes there.</param>
    /// <param name="Holes">What stands there for what may differ.</param>
    /// <param name="Score">How much agrees.</param>
    private sealed record Match(int Left, Holes Holes, double Score);
}
