using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3315: computed fractions compared for being exactly equal.</summary>
internal sealed class FloatEqualityRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var equality = (BinaryExpressionSyntax)node;
        if (!Numbers.IsFloating(context.TypeOf(equality.Left)) && !Numbers.IsFloating(context.TypeOf(equality.Right))) return;
        if (IsExact(equality.Left, context) || IsExact(equality.Right, context) || Operands.Same(equality.Left, equality.Right)) return;
        if (!IsComputed(equality.Left, context) && !IsComputed(equality.Right, context)) return;
        // Whoever writes the equality of a type means what the numbers say.
        if (Syntax.BodyOf(node) is OperatorDeclarationSyntax or MethodDeclarationSyntax { Identifier.ValueText: "Equals" }) return;
        context.Report(
            CorrectnessIds.FloatEquality, Confidence.Medium, $"'{equality.OperatorToken.Text}' asks whether computed fractions are exactly equal, which rounding prevents", equality.Span);
    }

    // Whole numbers, NaN and infinity are represented as they are written.
    private static bool IsExact(ExpressionSyntax operand, DocumentContext context) =>
        context.ConstantAt(operand) is { HasValue: true, Value: var constant }
        && (Numbers.Of(constant) is not { } number || double.IsNaN(number) || double.IsInfinity(number) || Math.Floor(number).Equals(number));

    private static bool IsComputed(ExpressionSyntax operand, DocumentContext context) =>
        VariableUse.OriginOf(operand, context) is BinaryExpressionSyntax arithmetic
        && arithmetic.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression
        && Numbers.IsFloating(context.TypeOf(arithmetic)) && !context.ConstantAt(arithmetic).HasValue;
}
