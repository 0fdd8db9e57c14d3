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
    string Key);
