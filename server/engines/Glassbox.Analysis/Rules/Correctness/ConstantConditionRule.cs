using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3306: comparisons that cannot both hold, or of which one always does.</summary>
internal sealed class ConstantConditionRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node is BinaryExpressionSyntax binary && binary.Kind() switch
    {
        SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression => Operands.IsTopOfChain(binary),
        SyntaxKind.LessThanExpression or SyntaxKind.GreaterThanOrEqualExpression => IsZero(binary.Right),
        SyntaxKind.GreaterThanExpression or SyntaxKind.LessThanOrEqualExpression => IsZero(binary.Left),
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var binary = (BinaryExpressionSyntax)node;
        if (binary.IsKind(SyntaxKind.LogicalAndExpression) || binary.IsKind(SyntaxKind.LogicalOrExpression)) InspectChain(binary, context);
        else InspectBound(binary, context);
    }

    private static void InspectChain(BinaryExpressionSyntax chain, DocumentContext context)
    {
        var isAnd = chain.IsKind(SyntaxKind.LogicalAndExpression);
        var before = new List<Comparison>();
        foreach (var operand in Operands.ChainOf(chain))
        {
            // A call between two comparisons may change what they compare.
            if (!Operands.IsPlain(operand)) before.Clear();
            if (Comparison.From(operand, context) is not { } comparison) continue;
            if (before.Find(other => isAnd ? other.Excludes(comparison) : AlwaysHolds(other, comparison)) is { } first)
            {
                var says = isAnd
                    ? $"{Shown.Of(first.Source)} and {Shown.Of(operand)} are never both true, so the condition is always false"
                    : $"One of {Shown.Of(first.Source)} and {Shown.Of(operand)} is always true, and so is the condition";
                context.Report(CorrectnessIds.ConstantCondition, Confidence.High, says, chain.Span);
                return;
            }

            before.Add(comparison);
        }
    }

    private static bool AlwaysHolds(Comparison first, Comparison second)
    {
        if ((first.IsOrder || second.IsOrder) && !(first.IsTotal && second.IsTotal)) return false;
        return first.Opposite().Excludes(second.Opposite());
    }

    private static void InspectBound(BinaryExpressionSyntax comparison, DocumentContext context)
    {
        // An assertion says what everybody knows.
        if (comparison.Parent is ArgumentSyntax) return;
        var value = IsZero(comparison.Right) ? comparison.Left : comparison.Right;
        if (!Numbers.IsUnsigned(context.TypeOf(value)) && !IsMeasure(value, context)) return;
        var outcome = comparison.IsKind(SyntaxKind.LessThanExpression) || comparison.IsKind(SyntaxKind.GreaterThanExpression) ? "false" : "true";
        context.Report(CorrectnessIds.ConstantCondition, Confidence.High, $"{Shown.Of(value)} is never negative, so the comparison is always {outcome}", comparison.Span);
    }

    private static bool IsMeasure(ExpressionSyntax value, DocumentContext context) =>
        Syntax.LastName(value) is "Length" or "LongLength" or "Count" or "LongCount"
        && context.SymbolOf(value) is IPropertySymbol or IMethodSymbol
        && context.SymbolOf(value)?.ContainingNamespace.IsInOrBelow("System") == true
        && Numbers.IsInteger(context.TypeOf(value)) && !IsOfStream(context.SymbolOf(value));

    // A stream that somebody derived may report a length of -1.
    private static bool IsOfStream(ISymbol? member) => member?.ContainingType.IsOrInherits("System.IO.Stream") == true;

    private static bool IsZero(ExpressionSyntax expression) => expression is LiteralExpressionSyntax { Token.Value: 0 };
}
