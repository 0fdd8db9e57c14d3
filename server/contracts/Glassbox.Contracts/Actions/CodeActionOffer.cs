using System.Collections.Immutable;

namespace Glassbox.Contracts.Actions;

/// <summary>A code action as listed, before its edit is asked for.</summary>
/// <param name="Id">Computes the edit.</param>
/// <param name="Title">What the menu shows.</param>
/// <param name="IsPreferred">The one that "fix this" should take.</param>
/// <param name="Fingerprints">The findings that it removes.</param>
/// <param name="DisabledReason">Why it cannot be taken now, or null.</param>
public sealed record CodeActionOffer(
    CodeActionId Id, string Title, bool IsPreferred, ImmutableArray<string> Fingerprints, string? DisabledReason);
