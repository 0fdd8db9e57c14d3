using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3317: a product that overflows as an <c>int</c> before it becomes a <c>long</c>.</summary>
internal sealed class LateWideningRule : INodeRule
{
    // Below this no length of anything in memory overflows in practice.
    private const double SmallFactor = 64;

    public bool IsCandidate(SyntaxNode node) => node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression or (int)SyntaxKind.LeftShiftExpression };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var product = (BinaryExpressionSyntax)node;
        if (!IsInt(product, context) || context.ConstantAt(product).HasValue) return;
        var whole = Whole(product, context);
        // The outermost product of a chain speaks for all of it.
        if (whole is null) return;
        var target = whole.Parent is CastExpressionSyntax cast ? context.TypeOf(cast) : context.TargetOf(Operands.Inner(whole));
        if (target is not { SpecialType: SpecialType.System_Int64 or SpecialType.System_UInt64 }) return;
        if (product.IsKind(SyntaxKind.LeftShiftExpression) ? !ShiftsOut(product, context) : IsSmall(product, context)) return;
        if (context.Model.Compilation.Options.CheckOverflow || product.Ancestors().Any(ancestor => ancestor is CheckedExpressionSyntax or CheckedStatementSyntax)) return;
        context.Report(
            CorrectnessIds.LateWidening, Confidence.Medium,
            $"{Shown.Of(product)} is computed with 32 bits and overflows before it becomes a {target.ToDisplayString()}", product.Span);
    }

    private static bool IsInt(ExpressionSyntax expression, DocumentContext context) =>
        context.TypeOf(expression)?.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32;

    // The sum and the parentheses around a product, or null inside of another product.
    private static ExpressionSyntax? Whole(BinaryExpressionSyntax product, DocumentContext context)
    {
        ExpressionSyntax whole = product;
        while (true)
        {
            switch (whole.Parent)
            {
                case ParenthesizedExpressionSyntax outer:
                    whole = outer;
                    continue;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression or (int)SyntaxKind.LeftShiftExpression } outer when IsInt(outer, context):
                    return null;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.SubtractExpression } sum when IsInt(sum, context):
                    // Of two products in a sum the first speaks.
                    if (sum.Right == whole && Operands.Inner(sum.Left).RawKind == product.RawKind) return null;
                    whole = sum;
                    continue;
                default:
                    return whole;
            }
        }
    }

    private static bool ShiftsOut(BinaryExpressionSyntax shift, DocumentContext context)
    {
        if (!context.ConstantAt(shift.Left).HasValue || context.ConstantAt(shift.Right).HasValue) return false;
        return Operands.Inner(shift.Right) is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseAndExpression or (int)SyntaxKind.ModuloExpression };
    }

    private static bool IsSmall(BinaryExpressionSyntax product, DocumentContext context)
    {
        var factors = Operands.ChainOf(product);
        var constant = 1.0;
        var variables = 0;
        foreach (var factor in factors)
        {
            if (context.ConstantAt(factor) is { HasValue: true, Value: var value } && Numbers.Of(value) is { } number) constant *= Math.Abs(number);
            else if (context.TypeOf(factor)?.SpecialType is SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Char) return true;
            else variables++;
        }

        return variables < 2 && constant <= SmallFactor;
    }
}
