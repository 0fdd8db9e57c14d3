using System.Collections.Immutable;
using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.CSharp;

/// <summary>A candidate before it is ranked for what is typed.</summary>
/// <param name="Label">What is shown and matched.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Proximity">See <see cref="CSharp.Proximity"/>.</param>
internal sealed record PopupEntry(string Label, CandidateKind Kind, int Proximity)
{
    /// <summary>The overloads, or the types of one name; empty for keywords.</summary>
    public ImmutableArray<ISymbol> Symbols { get; init; } = [];

    /// <summary>The name that usage is counted by.</summary>
    public string Name { get; init; } = Label;

    /// <summary>What is inserted where it is not the label.</summary>
    public string? Insert { get; init; }

    /// <summary>What typing is matched against where it is not the label.</summary>
    public string? Filter { get; init; }

    /// <summary>A signature that cost nothing.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Fits so well that it is chosen unless another is typed.</summary>
    public bool IsExpected { get; init; }

    /// <summary>Known by its use alone: no reference that can be read declares it.</summary>
    public bool IsLearnedOnly { get; init; }

    /// <summary>What is inserted where the client knows snippets; see <see cref="CompletionCandidate.Snippet"/>.</summary>
    public string? Snippet { get; init; }

    /// <summary>Not offered where the client knows no snippets.</summary>
    public bool IsSnippetOnly { get; init; }

    /// <summary>A further edit before the word.</summary>
    public TextChange? Also { get; init; }
}
