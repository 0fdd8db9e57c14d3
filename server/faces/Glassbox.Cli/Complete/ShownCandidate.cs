using Glassbox.Contracts.Completion;

namespace Glassbox.Cli.Complete;

/// <summary>One line of the popup.</summary>
/// <param name="Candidate">What could stand there.</param>
/// <param name="Description">What is known of it beside, or null.</param>
internal sealed record ShownCandidate(CompletionCandidate Candidate, CandidateDescription? Description)
{
    /// <summary>The popup would mark it.</summary>
    public bool IsMarked => Candidate.Preselect;
}
