using System.Collections.Immutable;
using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Completion;

/// <summary>One thing that could stand at the cursor.</summary>
/// <param name="Label">What the popup shows and, unless <paramref name="InsertText"/> differs, what is inserted.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Detail">The signature or type, in one line; empty where it is only computed on <c>Describe</c>.</param>
/// <param name="Qualifier">The namespace for a type that still needs a <c>using</c>, else null.</param>
/// <param name="SortText">Orders the popup by ordinal comparison.</param>
/// <param name="FilterText">What typing is matched against, or null for the label.</param>
/// <param name="InsertText">What is inserted, or null for the label.</param>
/// <param name="Preselect">At most one candidate of an answer.</param>
/// <param name="Additional">Edits elsewhere, such as a <c>using</c>; usually empty.</param>
/// <param name="Key">Finds the candidate again for its documentation.</param>
public sealed record CompletionCandidate(
    string Label,
    CandidateKind Kind,
    string Detail,
    string? Qualifier,
    string SortText,
    string? FilterText,
    string? InsertText,
    bool Preselect,
    ImmutableArray<TextEdit> Additional,
    string Key)
{
    /// <summary>So probably what comes that the popup marks it.</summary>
    public bool IsLikely { get; init; }

    /// <summary>
    /// What is inserted instead where the client knows snippets, in the protocol's snippet syntax; null where there is none.
    /// Lines end at <c>\n</c> and are indented relative to the first.
    /// </summary>
    public string? Snippet { get; init; }

    /// <summary>Worth nothing to a client that knows no snippets.</summary>
    public bool IsSnippetOnly { get; init; }

    /// <summary>The characters that accept the candidate when typed; null for <see cref="CompletionAnswer.CommitCharacters"/>.</summary>
    public string? CommitCharacters { get; init; }

    /// <summary>The same where <see cref="Snippet"/> is inserted: none where typing goes on within it.</summary>
    public string SnippetCommitCharacters { get; init; } = "";
}
