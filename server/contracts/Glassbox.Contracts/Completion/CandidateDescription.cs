namespace Glassbox.Contracts.Completion;

/// <summary>What a popup shows beside the chosen candidate.</summary>
/// <param name="Detail">The signature, in one line.</param>
/// <param name="Documentation">Markdown; empty where nothing is documented.</param>
/// <param name="Why">One line that says why it is ranked where it is, or null.</param>
public sealed record CandidateDescription(string Detail, string Documentation, string? Why);
