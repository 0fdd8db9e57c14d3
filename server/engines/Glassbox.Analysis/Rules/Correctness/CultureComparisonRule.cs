using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3314: comparing texts regardless of case by way of the user's language.</summary>
internal sealed class CultureComparisonRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) =>
        node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } equality
        && (IsComparing(equality.Left) || IsComparing(equality.Right));

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var equality = (BinaryExpressionSyntax)node;
        var call = (InvocationExpressionSyntax)Operands.Inner(IsComparing(equality.Left) ? equality.Left : equality.Right);
        if (context.SymbolOf(call) is not IMethodSymbol { ContainingType.SpecialType: SpecialType.System_String } method) return;
        var other = Operands.Inner(IsComparing(equality.Left) ? equality.Right : equality.Left);
        switch (method.Name)
        {
            case "ToLower" or "ToUpper" when method.Parameters.IsEmpty:
                // Null and texts without letters are the same in every language.
                if (context.ConstantAt(other) is { HasValue: true, Value: var constant } && (constant is not string text || !text.Any(char.IsLetter))) return;
                break;
            case "Compare" when method.Parameters.All(parameter => parameter.Type.SpecialType is SpecialType.System_String or SpecialType.System_Boolean):
            case "CompareTo":
                if (context.ConstantAt(other) is not { HasValue: true, Value: 0 }) return;
                break;
            default:
                return;
        }

        if (IsTranslated(node, context)) return;
        context.Report(
            CorrectnessIds.CultureComparison, Confidence.High, $"'{method.Name}' compares by the rules of the user's language, where 'i' and 'I' may differ", equality.Span);
    }

    private static bool IsComparing(ExpressionSyntax operand) =>
        Operands.Inner(operand) is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToLower" or "ToUpper" or "Compare" or "CompareTo" } };

    // A query that becomes SQL is compared by the rules of the database.
    private static bool IsTranslated(SyntaxNode node, DocumentContext context)
    {
        foreach (var ancestor in node.Ancestors())
        {
            if (ancestor is QueryExpressionSyntax) return true;
            if (ancestor is LambdaExpressionSyntax lambda && context.TargetOf(lambda)?.Name is "Expression" or null) return true;
        }

        return false;
    }
}
