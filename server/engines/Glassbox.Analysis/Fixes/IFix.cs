namespace Glassbox.Analysis.Fixes;

/// <summary>One way to remove the findings of a rule.</summary>
internal interface IFix
{
    /// <summary>Names the fix in <see cref="Contracts.Actions.CodeActionId.FixId"/>; never changed.</summary>
    string Id { get; }

    /// <summary>The rule whose findings it removes.</summary>
    string RuleId { get; }

    /// <summary>The change, or null where it would not be safe. What it gives is still verified.</summary>
    Task<FixProposal?> ProposeAsync(FixContext context, CancellationToken cancellationToken);
}
