using System.Text.RegularExpressions;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Text;
using Glassbox.Lsp.Session;

namespace Glassbox.Lsp.Feedback;

/// <summary>What the face can complete while there is no core: words of the open document, nearest first.</summary>
internal static partial class WordsOfDocument
{
    private const int Most = 100;

    /// <summary>Words that begin like the one at the cursor.</summary>
    public static CompletionAnswer Complete(MirroredDocument? document, TextPosition position)
    {
        if (document is null) return CompletionAnswer.None(position);
        var text = document.Buffer.Text;
        var cursor = document.Buffer.Lines.OffsetAt(text, position);
        var start = cursor;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '_')) start--;
        var prefix = text[start..cursor];
        var words = Words().EnumerateMatches(text);
        var nearest = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var match in words)
        {
            var word = text.AsSpan(match.Index, match.Length);
            if (match.Index == start || !word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) continue;
            var distance = Math.Abs(match.Index - cursor);
            var key = word.ToString();
            if (!nearest.TryGetValue(key, out var known) || distance < known) nearest[key] = distance;
        }

        var replace = new TextRange(document.Buffer.Lines.PositionAt(start), position);
        return new CompletionAnswer(
            replace,
            [.. nearest.OrderBy(word => word.Value).Take(Most).Select((word, rank) => new CompletionCandidate(
                word.Key, CandidateKind.Text, "", null, FormattableString.Invariant($"{rank:D5}"), null, null, Preselect: false, [], word.Key))],
            IsIncomplete: true, // The core will be back in a moment and knows more.
            AnswerId: 0,
            Provenance.Local("words"));
    }

    [GeneratedRegex(@"[\p{L}_][\p{L}\p{Nd}_]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
