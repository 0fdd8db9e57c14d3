using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3316: a division of whole numbers whose result is then used as a fraction.</summary>
internal sealed class IntegerDivisionRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var division = (BinaryExpressionSyntax)node;
        if (!Numbers.IsInteger(context.TypeOf(division))) return;
        var whole = Whole(division, context);
        var target = whole.Parent is CastExpressionSyntax cast ? context.TypeOf(cast) : context.TargetOf(Operands.Inner(whole));
        if (!Numbers.IsFraction(target)) return;
        var divisor = Numbers.Of(context.ConstantAt(division.Right) is { HasValue: true, Value: var right } ? right : null);
        var dividend = Numbers.Of(context.ConstantAt(division.Left) is { HasValue: true, Value: var left } ? left : null);
        if (divisor is { } below && dividend is { } above && (below.Equals(0.0) || (above % below).Equals(0.0))) return;
        // Half a width in pixels is a whole number of them on purpose.
        if (target?.SpecialType == SpecialType.System_Single && divisor is 2.0 or 4.0 or 8.0 or 16.0) return;
        context.Report(
            CorrectnessIds.IntegerDivision, divisor is null ? Confidence.High : Confidence.Medium,
            $"{Shown.Of(division)} divides whole numbers and drops the rest before it becomes a {target?.ToDisplayString() ?? "fraction"}", division.Span);
    }

    // done / total * 100: the rest is lost in the first step.
    private static ExpressionSyntax Whole(ExpressionSyntax division, DocumentContext context)
    {
        var whole = division;
        while (true)
        {
            switch (whole.Parent)
            {
                case ParenthesizedExpressionSyntax outer:
                    whole = outer;
                    continue;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } product when product.Left == whole && Numbers.IsInteger(context.TypeOf(product)):
                    whole = product;
                    continue;
                default:
                    return whole;
            }
        }
    }
}
