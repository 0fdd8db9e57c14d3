using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3327: a value that is computed, stored, and never read.</summary>
internal sealed class DeadStoreRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node
        is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax } };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var statement = (ExpressionStatementSyntax)node;
        var assignment = (AssignmentExpressionSyntax)statement.Expression;
        var target = (IdentifierNameSyntax)assignment.Left;
        if (context.SymbolOf(target) is not ILocalSymbol { IsRef: false, IsConst: false } local) return;
        if (Overwritten(statement, assignment, local, context) is { } lost)
        {
            context.Report(CorrectnessIds.DeadStore, Confidence.Medium, $"What '{local.Name}' is given here is overwritten in the next line, unread", lost.Span);
            return;
        }

        // Code that the compiler leaves out may read it.
        var body = Syntax.BodyOf(node);
        if (!IsWorth(assignment.Right) || body.ContainsDirectives) return;
        IdentifierNameSyntax? last = null;
        foreach (var mention in VariableUse.MentionsOf(local, body, context))
        {
            if (!IsStored(mention)) return;
            last = mention;
        }

        if (last == target) context.Report(CorrectnessIds.DeadStore, Confidence.High, $"'{local.Name}' is never read, so that what is stored in it is lost", assignment.Span);
    }

    // x = A(); x = B();
    private static ExpressionSyntax? Overwritten(ExpressionStatementSyntax second, AssignmentExpressionSyntax assignment, ILocalSymbol local, DocumentContext context)
    {
        var first = Endings.Before(second).FirstOrDefault();
        var lost = first switch
        {
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } before } when VariableUse.Means(before.Left, local, context) => before.Right,
            LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Declaration.Variables: [{ Initializer.Value: var value } declared] } when declared.Identifier.ValueText == local.Name => value,
            _ => null,
        };
        if (lost is null || !IsWorth(lost) || first!.ContainsDirectives || second.ContainsDirectives) return null;
        return VariableUse.MentionsOf(local, assignment.Right, context).Any() || VariableUse.MentionsOf(local, lost, context).Any() ? null : lost;
    }

    // Beginning with a constant or an empty object is a habit, not a loss.
    private static bool IsWorth(ExpressionSyntax value) => Syntax.Bare(value) switch
    {
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } => false,
        InvocationExpressionSyntax or AwaitExpressionSyntax or BinaryExpressionSyntax or InterpolatedStringExpressionSyntax => !value.DescendantNodesAndSelf().Any(node => node is DeclarationExpressionSyntax),
        _ => false,
    };

    // The whole statement does nothing but store.
    private static bool IsStored(IdentifierNameSyntax mention) => mention.Parent switch
    {
        AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax } assignment => assignment.Left == mention,
        PostfixUnaryExpressionSyntax { Parent: ExpressionStatementSyntax } => true,
        PrefixUnaryExpressionSyntax { Parent: ExpressionStatementSyntax } => true,
        _ => false,
    };
}
