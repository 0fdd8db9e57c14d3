using System.Collections.Immutable;

namespace Glassbox.Completion.NextEdit;

/// <summary>Whole lines that went: where the same lines stand again.</summary>
internal static class DeletedLines
{
    private const int Fewest = 4;

    public static ImmutableArray<Place> Find(TokenEdit edit)
    {
        var (old, now) = (edit.Old, edit.Now);
        if (edit.NewCount != 0 || edit.OldCount <= Fewest || !old.IsBreak(edit.OldEnd - 1) || !old.IsBreak(edit.OldFirst - 1)) return [];
        var count = edit.OldCount - 1;
        var names = Enumerable.Range(edit.OldFirst, count).Count(old.IsName);
        if (names == 0) return [];
        var places = ImmutableArray.CreateBuilder<Place>();
        for (var at = 0; at + count <= now.Count; at++)
        {
            if (!now.IsBreak(at - 1) || !now.IsBreak(at + count)) continue;
            var same = true;
            for (var i = 0; same && i < count; i++) same = TokenEdit.Same(old, edit.OldFirst + i, now, at + i);
            if (!same) continue;
            var (start, end) = (now.LineStart(now[at].Start), now.NextLineStart(now.EndOf(at + count - 1)));
            places.Add(new Place(start, end - start, "", 0.85));
            at += count - 1;
        }

        return places.ToImmutable();
    }
}
