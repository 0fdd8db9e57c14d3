using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3311: texts and values compared as objects, which asks whether they are the same object.</summary>
internal sealed class ReferenceComparisonRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } equality => !IsNull(equality.Left) && !IsNull(equality.Right),
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 2 } call => Syntax.LastName(call) == "ReferenceEquals",
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (context.Model.GetOperation(node, context.CancellationToken))
        {
            case IBinaryOperation { OperatorMethod: null } equality when IsObject(equality.LeftOperand) && IsObject(equality.RightOperand):
                if (IsMeant(equality.LeftOperand) || IsMeant(equality.RightOperand)) return;
                if (HeldAs(equality.LeftOperand, context) is not { } left || HeldAs(equality.RightOperand, context) is not { } right) return;
                var held = IsValue(left) ? left : right;
                // A string against a string binds to the comparison of texts; here one side is typed more loosely.
                if (!IsValue(held)) return;
                Report(((BinaryExpressionSyntax)node).OperatorToken.Text, held);
                break;
            case IInvocationOperation { TargetMethod: { Name: "ReferenceEquals", ContainingType.SpecialType: SpecialType.System_Object } } call:
                var boxed = call.Arguments.Select(argument => Bare(argument.Value).Type).FirstOrDefault(type => type is { IsValueType: true });
                if (boxed is not null) Report("ReferenceEquals", boxed);
                break;
        }

        void Report(string operation, ITypeSymbol held) => context.Report(
            CorrectnessIds.ReferenceComparison, Confidence.High,
            $"'{operation}' asks whether both are the same object, not whether the {held.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} in them is equal", node.Span);
    }

    private static bool IsNull(ExpressionSyntax expression) => expression.IsKind(SyntaxKind.NullLiteralExpression) || expression.IsKind(SyntaxKind.DefaultLiteralExpression);

    private static bool IsObject(IOperation operand) => operand.Type is { SpecialType: SpecialType.System_Object };

    // (object)a == b: whoever casts a reference to object wants the comparison of references.
    private static bool IsMeant(IOperation operand) =>
        operand is IConversionOperation { IsImplicit: false, Operand.Type: { IsReferenceType: true } source } && source.SpecialType != SpecialType.System_Object;

    private static ITypeSymbol? HeldAs(IOperation operand, DocumentContext context)
    {
        var bare = Bare(operand);
        if (bare.ConstantValue is { HasValue: true, Value: null }) return null;
        if (bare.Type is not { SpecialType: SpecialType.System_Object } || bare.Syntax is not ExpressionSyntax written) return bare.Type;
        var origin = VariableUse.OriginOf(written, context);
        return origin == written ? bare.Type : context.TypeOf(origin) ?? bare.Type;
    }

    private static bool IsValue(ITypeSymbol type) => type is { SpecialType: SpecialType.System_String } or { IsValueType: true };

    private static IOperation Bare(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion) operation = conversion.Operand;
        return operation;
    }
}
