using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Rules.Correctness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Async;

/// <summary>GB3103: an async function that puts its thread to sleep.</summary>
internal sealed class SleepInAsyncRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Sleep" } callee } && Syntax.LastName(callee.Expression) == "Thread";

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var call = (InvocationExpressionSyntax)node;
        if (!NotAwaitedRule.IsInAsyncFunction(node) || Syntax.FunctionOf(node) is CompilationUnitSyntax) return;
        // Sleep(0) only lets others go first.
        if (call.ArgumentList.Arguments is [{ Expression: var time }] && context.ConstantAt(time) is { HasValue: true, Value: 0 }) return;
        if (context.ConfidenceOfMember(call, "Sleep", "System.Threading.Thread") is not { } confidence) return;
        context.Report(AsyncIds.SleepInAsync, confidence, "Thread.Sleep holds on to the thread that the async function should set free", call.Span);
    }
}
