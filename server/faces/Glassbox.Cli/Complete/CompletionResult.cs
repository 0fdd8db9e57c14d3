using System.Collections.Immutable;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Text;

namespace Glassbox.Cli.Complete;

/// <summary>What is offered at a place: the one thing that every format is written from.</summary>
/// <param name="File">The file, for people.</param>
/// <param name="Position">The cursor.</param>
/// <param name="Answer">All of the popup.</param>
/// <param name="Shown">Its beginning, best first.</param>
/// <param name="Ghosts">Ghost text, best first.</param>
internal sealed record CompletionResult(
    string File, TextPosition Position, CompletionAnswer Answer, ImmutableArray<ShownCandidate> Shown, ImmutableArray<GhostText> Ghosts);
