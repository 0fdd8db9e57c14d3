using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp;

/// <summary>What the other arms of the switch around a place name already: no arm is written twice.</summary>
internal static class SwitchArms
{
    /// <summary>How much less likely a member is that has its arm: the compiler would refuse it.</summary>
    public const double Factor = 1e-4;

    /// <summary>The members that have an arm; empty where the place is not the label of one.</summary>
    public static HashSet<string> UsedAround(CSharpSite site)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        if (site.Marked.Parent?.AncestorsAndSelf().FirstOrDefault(IsLabelOrOther) is not { } label || !IsLabel(label)) return used;
        var arms = label.Ancestors().FirstOrDefault(node => node is SwitchExpressionSyntax or SwitchStatementSyntax);
        foreach (var other in arms?.DescendantNodes().Where(IsLabel) ?? [])
        {
            if (other == label) continue;
            foreach (var access in other.DescendantNodes().OfType<MemberAccessExpressionSyntax>()) used.Add(access.Name.Identifier.ValueText);
        }

        return used;
    }

    private static bool IsLabel(SyntaxNode node) => node is PatternSyntax or CaseSwitchLabelSyntax;

    // In an arm's value, or in a condition, the same member may well stand again.
    private static bool IsLabelOrOther(SyntaxNode node) => IsLabel(node) || node is StatementSyntax or SwitchExpressionArmSyntax or WhenClauseSyntax or InvocationExpressionSyntax;
}
