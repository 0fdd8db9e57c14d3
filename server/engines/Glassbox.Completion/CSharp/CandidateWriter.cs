using System.Collections.Immutable;
using System.Globalization;
using Glassbox.Completion.Imports;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.CSharp;

/// <summary>Writes ranked entries as candidates of an answer.</summary>
/// <param name="session">What they were offered for.</param>
/// <param name="text">The text as it is now.</param>
/// <param name="withCalls">Methods are followed by their parentheses where the client can.</param>
internal sealed class CandidateWriter(PopupSession session, SourceText text, bool withCalls)
{
    private readonly Dictionary<string, (ImmutableArray<TextEdit> Edits, bool Apart)> usings = new(StringComparer.Ordinal);

    public CompletionCandidate Write(RankedEntry ranked, int rank, bool preselect)
    {
        var entry = ranked.Entry;
        var additional = ImmutableArray<TextEdit>.Empty;
        var insert = entry.Insert;
        if (entry.Also is { } also) additional = [new TextEdit(text.RangeOf(also.Span), also.NewText ?? "")];
        if (ranked.Namespace is { } space)
        {
            if (!usings.TryGetValue(space, out var import)) usings[space] = import = Import(space);
            additional = import.Edits;

            // Spec: LSP 3.18, CompletionItem.additionalTextEdits may not touch the word's own edit.
            if (!import.Apart) insert = $"{space}.{entry.Label}";
        }

        var call = withCalls && entry.Snippet is null ? CallSnippets.Of(entry) : null;
        return new CompletionCandidate(
            entry.Label,
            entry.Kind,
            entry.Detail,
            ranked.Namespace,
            rank.ToString("D6", CultureInfo.InvariantCulture),
            entry.Filter,
            insert,
            preselect,
            additional,
            ranked.Key)
        {
            IsLikely = ranked.IsLikely,
            Snippet = entry.Snippet ?? call?.Text,
            IsSnippetOnly = entry.IsSnippetOnly,
            CommitCharacters = CommitSets.Of(entry),
            SnippetCommitCharacters = call?.CommitCharacters ?? "",
        };
    }

    private (ImmutableArray<TextEdit> Edits, bool Apart) Import(string space)
    {
        var site = session.Site;
        var change = UsingEdit.For(site.Root, site.Text, site.WordStart, space);
        if (change.Span.End >= site.WordStart) return ([], false);
        return ([new TextEdit(text.RangeOf(change.Span), change.NewText ?? "")], true);
    }
}
