namespace Glassbox.Contracts.Findings;

/// <summary>The comment by which a finding is marked as looked at: on its line or the one above, and never without a reason.</summary>
public static class SuppressionComment
{
    /// <summary>What the comment says, without the language's own comment sign.</summary>
    public static string Write(string ruleId, string reason) => $"glassbox:ignore {ruleId} -- {reason}";
}
