using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3302: an operator with the same operand on both sides.</summary>
internal sealed class SelfComparisonRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) =>
        node is BinaryExpressionSyntax binary && IsOdd(binary.Kind())
        && Operands.Same(Operands.Inner(binary.Left), Operands.Inner(binary.Right)) && Operands.IsPlain(binary.Left);

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var binary = (BinaryExpressionSyntax)node;
        if (context.ConstantAt(binary.Left).HasValue) return;
        var type = context.TypeOf(binary.Left);
        if (type is null or { TypeKind: TypeKind.Error or TypeKind.Dynamic or TypeKind.TypeParameter }) return;
        // NaN is the one number that differs from itself, and what is left of infinity is no zero.
        if (Numbers.IsFloating(type) && !IsOrder(binary.Kind())) return;
        // Whoever wrote an operator may want to see that it works.
        if (context.SymbolOf(binary) is IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator } operation && !operation.ContainingNamespace.IsInOrBelow("System")) return;
        context.Report(
            CorrectnessIds.SelfComparison, Confidence.High, $"Both sides of '{binary.OperatorToken.Text}' are {Shown.Of(Operands.Inner(binary.Left))}", binary.Span);
    }

    // Chains of && and || are the matter of repeated conditions.
    private static bool IsOdd(SyntaxKind kind) => IsOrder(kind) || kind is
        SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.SubtractExpression or SyntaxKind.DivideExpression or
        SyntaxKind.ModuloExpression or SyntaxKind.BitwiseAndExpression or SyntaxKind.BitwiseOrExpression or SyntaxKind.ExclusiveOrExpression or
        SyntaxKind.CoalesceExpression;

    private static bool IsOrder(SyntaxKind kind) => kind is
        SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression;
}
