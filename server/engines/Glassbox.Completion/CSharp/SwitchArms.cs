using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp;

/// <summary>What the other arms of the switch around a place name already: no arm is written twice.</summary>
internal static class SwitchArms
{
    /// <summary>The members that have an arm without a condition; empty where the place is not the label of one.</summary>
    public static HashSet<string> UsedAround(CSharpSite site)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var label in Labels(site.Marked))
        {
            foreach (var access in Alternatives(label).OfType<MemberAccessExpressionSyntax>().Where(access => access.Name.Identifier != site.Marked))
                used.Add(access.Name.Identifier.ValueText);
        }

        return used;
    }

    /// <summary>What the switch is compared with, if this is part of it: in an arm's value or an `is` the same member may well stand again.</summary>
    private static IEnumerable<SyntaxNode?> Labels(SyntaxToken marked)
    {
        // Half a label before the next arm reads as a type and a name.
        var node = marked.Parent;
        while (node is PatternSyntax or NameSyntax or MemberAccessExpressionSyntax) node = node.Parent;
        return node switch
        {
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax expression } arm when arm.Pattern.Span.Contains(marked.Span) =>
                expression.Arms.Where(other => other.WhenClause is null).Select(other => other.Pattern),
            SwitchLabelSyntax { Parent: SwitchSectionSyntax { Parent: SwitchStatementSyntax statement } } =>
                statement.Sections.SelectMany(section => section.Labels).Select(LabelOf),
            _ => [],
        };
    }

    private static SyntaxNode? LabelOf(SwitchLabelSyntax label) => label switch
    {
        CaseSwitchLabelSyntax simple => simple.Value,
        CasePatternSwitchLabelSyntax { WhenClause: null } pattern => pattern.Pattern,
        _ => null,
    };

    // Not within tuples and properties: there a member may stand with another partner.
    private static IEnumerable<SyntaxNode> Alternatives(SyntaxNode? label) => label switch
    {
        BinaryPatternSyntax either when either.IsKind(SyntaxKind.OrPattern) => Alternatives(either.Left).Concat(Alternatives(either.Right)),
        ParenthesizedPatternSyntax parenthesized => Alternatives(parenthesized.Pattern),
        ConstantPatternSyntax constant => [constant.Expression],
        ExpressionSyntax value => [value],
        _ => [],
    };
}
