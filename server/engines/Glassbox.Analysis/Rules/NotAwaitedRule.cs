using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules;

/// <summary>GB3004: tasks that nobody waits for, so that their failures are lost.</summary>
internal sealed class NotAwaitedRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) =>
        node is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax or ConditionalAccessExpressionSyntax };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var expression = ((ExpressionStatementSyntax)node).Expression;
        var call = expression as InvocationExpressionSyntax
            ?? (expression as ConditionalAccessExpressionSyntax)?.WhenNotNull as InvocationExpressionSyntax;
        if (call is null) return;
        var name = Syntax.LastName(call.Expression) ?? "";
        var type = context.Model.GetTypeInfo(expression, context.CancellationToken).Type;
        if (type is null or { TypeKind: TypeKind.Error })
        {
            // Not bound: only a name that says so, and only where awaiting is possible.
            if (name.EndsWith("Async", StringComparison.Ordinal) && name.Length > 5 && IsInAsyncFunction(node) && !IsBound(call, context))
                Report(Confidence.Low);
            return;
        }

        if (!IsTask(type) || IsMeantToRunAlone(call, name, context)) return;
        var canAwait = IsInAsyncFunction(node);
        // Where nothing can be awaited, work is put on another thread so that nobody waits for it.
        if (!canAwait && name is "Run" or "StartNew" && Syntax.LastName((call.Expression as MemberAccessExpressionSyntax)?.Expression) is "Task" or "Factory") return;
        Report(canAwait ? Confidence.High : Confidence.Medium);

        void Report(Confidence confidence) =>
            context.Report(RuleIds.NotAwaited, confidence, $"The task of {Shown(call)} is not awaited, so its failure is lost", expression.Span);
    }

    internal static bool IsTask(ITypeSymbol type) =>
        type is { Name: "Task" or "ValueTask" } && type.ContainingNamespace.IsInOrBelow("System.Threading.Tasks");

    internal static bool IsInAsyncFunction(SyntaxNode node) => Syntax.FunctionOf(node) switch
    {
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        CompilationUnitSyntax => true,
        _ => false,
    };

    private static bool IsBound(InvocationExpressionSyntax call, DocumentContext context) =>
        context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol is not null;

    // ContinueWith observes the task before it; a mocking library's call only records.
    private static bool IsMeantToRunAlone(InvocationExpressionSyntax call, string name, DocumentContext context)
    {
        if (name is "ContinueWith" or "Received" or "DidNotReceive") return true;
        return call.Expression is MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax before }
            && Syntax.LastName(before.Expression) is "Received" or "DidNotReceive" or "ReceivedWithAnyArgs" or "DidNotReceiveWithAnyArgs"
            && context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol is not null;
    }

    private static string Shown(InvocationExpressionSyntax call)
    {
        var text = call.Expression.ToString();
        return text.Length <= 40 && !text.Contains('\n', StringComparison.Ordinal) ? $"'{text}'" : $"'{Syntax.LastName(call.Expression)}'";
    }
}
