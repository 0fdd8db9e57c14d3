using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Actions;

/// <summary>All that is needed to compute an action again: what a client gives back when it resolves one.</summary>
/// <param name="Kind">What the action is for.</param>
/// <param name="Path">The document that it was listed in.</param>
/// <param name="Version">That document's version then, or null.</param>
/// <param name="Scope">How far it reaches.</param>
/// <param name="RuleId">The rule, or null for all rules.</param>
/// <param name="Fingerprint">The finding, or null where the action is not about one.</param>
/// <param name="FixId">Which of the finding's fixes, or which reason of a suppression, or where the next edit begins.</param>
public sealed record CodeActionId(
    CodeActionKind Kind, DocumentPath Path, int? Version, FixScope Scope, string? RuleId, string? Fingerprint, string? FixId);
