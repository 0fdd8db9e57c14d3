using System.Collections.Immutable;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Actions;

/// <summary>Text changes as the edits of the contract, as small as they can be.</summary>
internal static class EditBuilder
{
    public static DocumentEdits Of(DocumentPath path, int? version, SourceText text, IEnumerable<TextChange> changes) =>
        new(path, version,
        [
            .. changes
                .Select(change => Trim(text, change))
                .Where(change => change.Span.Length > 0 || change.NewText!.Length > 0)
                .OrderBy(change => change.Span.Start)
                .Select(change => new TextEdit(text.RangeOf(change.Span), change.NewText!)),
        ]);

    // What is the same at both ends is no change. A pair of line break characters is never split: editors count it as one.
    private static TextChange Trim(SourceText text, TextChange change)
    {
        var old = text.ToString(change.Span);
        var now = change.NewText ?? "";
        var front = 0;
        while (front < old.Length && front < now.Length && old[front] == now[front]) front++;
        var back = 0;
        while (back < old.Length - front && back < now.Length - front && old[^(back + 1)] == now[^(back + 1)]) back++;
        // Whole words read better than the letters in which they differ.
        while (front > 0 && (IsInWord(old, front) || IsInWord(now, front))) front--;
        while (back > 0 && (IsInWord(old, old.Length - back) || IsInWord(now, now.Length - back))) back--;
        while (front > 0 && IsHalf(old, front, now, front)) front--;
        while (back > 0 && IsHalf(old, old.Length - back, now, now.Length - back)) back--;
        return new TextChange(new TextSpan(change.Span.Start + front, old.Length - front - back), now[front..(now.Length - back)]);
    }

    private static bool IsInWord(string text, int at) =>
        at > 0 && at < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]);

    private static bool IsHalf(string old, int oldAt, string now, int nowAt) => Splits(old, oldAt) || Splits(now, nowAt);

    private static bool Splits(string text, int at) =>
        at > 0 && at < text.Length
        && ((text[at - 1] == '\r' && text[at] == '\n') || (char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at])));
}
