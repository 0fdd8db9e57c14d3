using System.Collections.Immutable;
using Glassbox.Completion.Lexing;

namespace Glassbox.Completion.NextEdit;

/// <summary>One name became another that was not there before: the other occurrences of the old name in its scope.</summary>
internal static class RenamePlaces
{
    private const int Most = 200;

    /// <summary>The names of a rename, or null where an edit is none.</summary>
    public static (string From, string To)? Names(TokenEdit edit)
    {
        if (edit is not { OldCount: 1, NewCount: 1 } || !edit.Old.IsName(edit.OldFirst) || !edit.Now.IsName(edit.NewFirst)) return null;
        return (edit.Old.TextOf(edit.OldFirst).ToString(), edit.Now.TextOf(edit.NewFirst).ToString());
    }

    /// <summary>True when the same was done before in this trail: then the rename goes on, and ends where it ends.</summary>
    public static bool IsRepeated(TokenEdit edit, EditTrail trail, RecordedEdit source, LexicalRules rules) =>
        Names(edit) is { } names
        && trail.Edits.Any(other => !other.NewSpan.IntersectsWith(source.NewSpan) && TokenEdit.Of(other, edit.Now, rules) is { } earlier && Names(earlier) == names);

    /// <summary>Where no parser tells what a name means: all occurrences in the scope, if the new name is new; null where it is no rename.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="isRepeated">The same was done before, so that the new name is there already.</param>
    public static ImmutableArray<Place>? Find(TokenEdit edit, bool isRepeated)
    {
        if (Names(edit) is not var (from, to)) return null;
        if (!isRepeated && Occurrences(edit.Now, to, 0, edit.Now.Count).Any(at => at != edit.NewFirst)) return null;
        if (!isRepeated && !IsDeclared(edit)) return null;
        var (first, end) = NameScope.Of(edit.Now, edit.NewFirst);
        return
        [
            .. Occurrences(edit.Now, from, first, end)
                .Where(at => edit.Now.IsAccess(at - 1) == edit.Now.IsAccess(edit.NewFirst - 1))
                .Take(Most)
                .Select(at => new Place(edit.Now[at].Start, edit.Now[at].Length, to, 0.8)),
        ];
    }

    // A name that is used before is exchanged, one that begins here is renamed. A name behind it makes it a type or a command.
    private static bool IsDeclared(TokenEdit edit)
    {
        if (edit.Old.IsName(edit.OldEnd)) return false;
        return !Occurrences(edit.Now, edit.Old.TextOf(edit.OldFirst).ToString(), NameScope.Of(edit.Now, edit.NewFirst).First, edit.NewFirst).Any();
    }

    private static IEnumerable<int> Occurrences(LexedText text, string name, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (text[i].Kind == CodeTokenKind.Identifier && text.Is(i, name)) yield return i;
        }
    }
}
