using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Symbols;

/// <summary>What functions say that are handed over to be asked.</summary>
internal static class Callbacks
{
    /// <summary>True for a lambda, a method or a delegate made of one that answers true whatever it is asked.</summary>
    public static bool AlwaysSaysTrue(this DocumentContext context, ExpressionSyntax callback) =>
        context.BodyOf(callback) switch
        {
            ExpressionSyntax expression => SaysTrue(expression),
            BlockSyntax block => OnlyReturnsTrue(block),
            _ => false,
        };

    /// <summary>The body of the function that a callback is, in this document or another; null where it is not known.</summary>
    public static SyntaxNode? BodyOf(this DocumentContext context, ExpressionSyntax callback)
    {
        var value = context.OriginOf(callback);
        if (value is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var wrapped }] }) value = context.OriginOf(wrapped);
        if (value is AnonymousFunctionExpressionSyntax function) return function.Body;
        if (value is not (IdentifierNameSyntax or MemberAccessExpressionSyntax)) return null;
        var found = context.Model.GetSymbolInfo(value, context.CancellationToken);
        var symbol = found.Symbol ?? (found.CandidateSymbols is [var candidate] ? candidate : null);
        if (symbol is not IMethodSymbol { DeclaringSyntaxReferences: [var reference] }) return null;
        return reference.GetSyntax(context.CancellationToken) switch
        {
            BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody?.Expression,
            LocalFunctionStatementSyntax local => (SyntaxNode?)local.Body ?? local.ExpressionBody?.Expression,
            _ => null,
        };
    }

    // By syntax alone, since the method may stand in another document.
    private static bool SaysTrue(ExpressionSyntax? expression) => expression switch
    {
        null => false,
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.TrueLiteralExpression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either => SaysTrue(either.Left) || SaysTrue(either.Right),
        InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var result }] } call => Syntax.LastName(call.Expression) == "FromResult" && SaysTrue(result),
        ParenthesizedExpressionSyntax or CastExpressionSyntax => SaysTrue(Syntax.Bare(expression)),
        _ => false,
    };

    private static bool OnlyReturnsTrue(BlockSyntax block)
    {
        var answers = 0;
        foreach (var node in block.DescendantNodes(inner => inner is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            switch (node)
            {
                case ThrowStatementSyntax or ThrowExpressionSyntax:
                case ReturnStatementSyntax { Expression: var answer } when !SaysTrue(answer):
                    return false;
                case ReturnStatementSyntax:
                    answers++;
                    break;
            }
        }

        return answers > 0;
    }
}
