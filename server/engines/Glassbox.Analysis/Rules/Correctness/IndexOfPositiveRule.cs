using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3319: a search whose result is compared with 0, which is the first position and not "nothing".</summary>
internal sealed class IndexOfPositiveRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => SearchIn(node) is not null;

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        if (SearchIn(node) is not { } search) return;
        if (context.SymbolOf(search) is not IMethodSymbol method || !method.ContainingNamespace.IsInOrBelow("System")) return;
        if (method.ContainingType.SpecialType == SpecialType.System_String && MaySeparate(search, context)) return;
        // Where the position itself is used as well, whoever wrote this may want something before it.
        var text = search.ToString();
        if (Syntax.FunctionOf(node).DescendantNodes().OfType<InvocationExpressionSyntax>().Any(other => other != search && other.Span.Length == search.Span.Length && other.ToString() == text)) return;
        context.Report(CorrectnessIds.IndexOfPositive, Confidence.Medium, $"'{method.Name}' gives 0 for what stands first, which this comparison takes for nothing found", node.Span);
    }

    private static InvocationExpressionSyntax? SearchIn(SyntaxNode node)
    {
        var search = node switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.GreaterThanExpression, Right: LiteralExpressionSyntax { Token.Value: 0 } } binary => binary.Left,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression, Left: LiteralExpressionSyntax { Token.Value: 0 } } binary => binary.Right,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanOrEqualExpression, Right: LiteralExpressionSyntax { Token.Value: 0 } } binary => binary.Left,
            _ => null,
        };
        return search is not null && Operands.Inner(search) is InvocationExpressionSyntax call
            && Syntax.LastName(call) is "IndexOf" or "FindIndex" or "BinarySearch" or "IndexOfAny"
                ? call
                : null;
    }

    // '@' or ':' at the very beginning is no address and no pair: there the comparison with 0 is meant.
    private static bool MaySeparate(InvocationExpressionSyntax search, DocumentContext context) =>
        search.ArgumentList.Arguments is not [{ Expression: var sought }, ..] || context.ConstantAt(sought) switch
        {
            { HasValue: true, Value: char one } => !char.IsLetterOrDigit(one),
            { HasValue: true, Value: string text } => !text.Any(char.IsLetterOrDigit),
            _ => context.TypeOf(sought)?.SpecialType != SpecialType.System_String,
        };
}
