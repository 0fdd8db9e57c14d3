using Glassbox.Analysis.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Fixes;

/// <summary>GB1005: prohibits document type declarations and takes the resolver away.</summary>
internal sealed class XmlProhibitFix : IFix
{
    public string Id => "xml-prohibit";

    public string RuleId => RuleIds.XmlEntities;

    public Task<FixProposal?> ProposeAsync(FixContext context, CancellationToken cancellationToken)
    {
        if (context.Find<AssignmentExpressionSyntax>() is not { } assignment) return Task.FromResult<FixProposal?>(null);
        var all = XmlEntityRule.Neighbours(assignment).Append(assignment).Distinct().Where(one => Replacement(one) is not null).ToList();
        if (all.Count == 0) return Task.FromResult<FixProposal?>(null);
        var root = context.Root.ReplaceNodes(all.Select(one => one.Right), (old, _) => Replacement((AssignmentExpressionSyntax)old.Parent!)!.WithTriviaFrom(old));
        return Task.FromResult<FixProposal?>(new FixProposal("Prohibit DTDs and external entities", context.Document.WithSyntaxRoot(root)));
    }

    private static ExpressionSyntax? Replacement(AssignmentExpressionSyntax assignment) => Syntax.LastName(assignment.Left) switch
    {
        // Whatever qualifies the member now goes on doing so.
        "DtdProcessing" when assignment.Right is MemberAccessExpressionSyntax mode => mode.WithName(SyntaxFactory.IdentifierName("Prohibit")),
        "XmlResolver" => SyntaxFactory.LiteralExpression(SyntaxKind.NullLiteralExpression),
        "ProhibitDtd" => SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression),
        _ => null,
    };
}
