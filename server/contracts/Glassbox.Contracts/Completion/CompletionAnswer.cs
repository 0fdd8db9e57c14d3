using System.Collections.Immutable;
using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Completion;

/// <summary>What could stand at a position.</summary>
/// <param name="Replace">The word at the cursor, which every candidate replaces; empty where none is begun.</param>
/// <param name="Candidates">Best first.</param>
/// <param name="IsIncomplete">More would come with more typed, so the client must ask again.</param>
/// <param name="AnswerId">Names this answer in a <see cref="DescribeQuery"/>.</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record CompletionAnswer(
    TextRange Replace,
    ImmutableArray<CompletionCandidate> Candidates,
    bool IsIncomplete,
    long AnswerId,
    Provenance Provenance)
{
    /// <summary>The characters that accept a candidate when typed, unless it says otherwise; empty where a new name may be meant.</summary>
    public string CommitCharacters { get; init; } = "";

    /// <summary>No candidates.</summary>
    public static CompletionAnswer None(TextPosition at) => new(TextRange.At(at), [], IsIncomplete: false, 0, Provenance.Nothing);
}
