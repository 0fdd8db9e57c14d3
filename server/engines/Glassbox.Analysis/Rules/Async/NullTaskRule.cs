using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Rules.Correctness;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Async;

/// <summary>GB3106: null where callers expect a task.</summary>
internal sealed class NullTaskRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => ResultIn(node) is { } result && IsNull(result);

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        if (ResultIn(node) is not { } result) return;
        var method = Syntax.FunctionOf(node) switch
        {
            MethodDeclarationSyntax declaration when !declaration.Modifiers.Any(SyntaxKind.AsyncKeyword) => context.Model.GetDeclaredSymbol(declaration, context.CancellationToken),
            LocalFunctionStatementSyntax function when !function.Modifiers.Any(SyntaxKind.AsyncKeyword) => context.Model.GetDeclaredSymbol(function, context.CancellationToken) as IMethodSymbol,
            _ => null,
        };
        // Task<T>? says that there may be none.
        if (method is not { ReturnType: { Name: "Task", NullableAnnotation: not NullableAnnotation.Annotated } type }) return;
        if (type.TypeKind != TypeKind.Error && !NotAwaitedRule.IsTask(type)) return;
        context.Report(
            AsyncIds.NullTask, type.TypeKind == TypeKind.Error ? Confidence.Low : Confidence.High, $"'{method.Name}' returns null instead of a task, on which 'await' throws", result.Span);
    }

    private static ExpressionSyntax? ResultIn(SyntaxNode node) => node switch
    {
        ReturnStatementSyntax { Expression: { } result } => Operands.Inner(result),
        ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } arrow => Operands.Inner(arrow.Expression),
        _ => null,
    };

    private static bool IsNull(ExpressionSyntax result) => result.Kind() switch
    {
        SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression => true,
        SyntaxKind.ConditionalExpression => result is ConditionalExpressionSyntax choice && (IsNull(Operands.Inner(choice.WhenTrue)) || IsNull(Operands.Inner(choice.WhenFalse))),
        _ => false,
    };
}
