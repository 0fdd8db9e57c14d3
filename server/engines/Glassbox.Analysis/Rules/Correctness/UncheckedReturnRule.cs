using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3326: calls that do nothing but give a result, which is dropped.</summary>
internal sealed class UncheckedReturnRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node is ExpressionStatementSyntax statement && CallIn(statement.Expression) is not null;

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var statement = (ExpressionStatementSyntax)node;
        if (CallIn(statement.Expression) is not { } call || context.SymbolOf(call) is not IMethodSymbol method || method.ReturnsVoid) return;
        var isAwaited = statement.Expression is AwaitExpressionSyntax;
        // A task that is not awaited is another rule's matter.
        if (!isAwaited && method.ReturnType.Name is "Task" or "ValueTask") return;
        var reason = PureResult.Of(method);
        if (reason is not null && IsExpectedToFail(node)) return;
        reason ??= NeededResult.Of(method, call, context);
        if (reason is null) return;
        context.Report(CorrectnessIds.UncheckedReturn, Confidence.High, $"The result of '{method.Name}' is dropped, but {reason}", statement.Expression.Span);
    }

    private static InvocationExpressionSyntax? CallIn(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax or MemberBindingExpressionSyntax } call => call,
        ConditionalAccessExpressionSyntax conditional => CallIn(conditional.WhenNotNull),
        AwaitExpressionSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } configured } } =>
            CallIn(configured.Expression),
        AwaitExpressionSyntax awaited => CallIn(awaited.Expression),
        _ => null,
    };

    // Assert.Throws(() => { text.Substring(9); })
    private static bool IsExpectedToFail(SyntaxNode node)
    {
        foreach (var ancestor in node.Ancestors())
        {
            if (ancestor is AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } }
                && Syntax.LastName(call) is { } name
                && (name.Contains("Throw", StringComparison.Ordinal) || name.Contains("Exception", StringComparison.Ordinal) || name is "Catch" or "Invoking" or "That" or "Should"))
            {
                return true;
            }

            if (ancestor is TryStatementSyntax { Catches.Count: > 0 } attempt && attempt.Block.Span.Contains(node.Span)) return true;
        }

        return false;
    }
}
