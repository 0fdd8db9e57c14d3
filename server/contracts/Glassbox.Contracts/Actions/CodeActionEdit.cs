using System.Collections.Immutable;

namespace Glassbox.Contracts.Actions;

/// <summary>A verified edit, or the reason why there is none.</summary>
/// <param name="Documents">What changes; empty when <paramref name="Refusal"/> says why.</param>
/// <param name="Refusal">One line for the user, or null.</param>
/// <param name="Fixed">How many findings it removes.</param>
/// <param name="Left">How many findings of its scope it had to leave.</param>
public sealed record CodeActionEdit(ImmutableArray<DocumentEdits> Documents, string? Refusal, int Fixed, int Left)
{
    /// <summary>Nothing to do, and why.</summary>
    public static CodeActionEdit Refused(string reason) => new([], reason, 0, 0);
}
