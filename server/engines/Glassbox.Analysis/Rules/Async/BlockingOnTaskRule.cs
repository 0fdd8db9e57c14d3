using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Rules.Correctness;
using Glassbox.Analysis.Taint;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Async;

/// <summary>GB3102: waiting for a task by blocking a thread that others need.</summary>
internal sealed class BlockingOnTaskRule : INodeRule
{
    // Here the blocked thread is the one that the task wants to come back to, or one of a pool that runs dry.
    private static readonly string[] Served =
    [
        "Microsoft.AspNetCore.SignalR.Hub", "Microsoft.AspNetCore.Mvc.RazorPages.PageModel", "Microsoft.AspNetCore.Http.IMiddleware",
        "Microsoft.AspNetCore.Components.ComponentBase", "System.Web.UI.Page", "System.Windows.Forms.Control", "System.Windows.DependencyObject",
        "Microsoft.UI.Xaml.DependencyObject", "Microsoft.Maui.Controls.Element", "Xamarin.Forms.Element",
    ];

    public bool IsCandidate(SyntaxNode node) => node switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } access => access.Parent is not InvocationExpressionSyntax,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait" or "GetResult" or "WaitAll" or "WaitAny" } } => true,
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var isAsync = NotAwaitedRule.IsInAsyncFunction(node) && Syntax.FunctionOf(node) is not CompilationUnitSyntax;
        if (!isAsync && !IsServed(node, context)) return;
        if (BlockedOn(node, context) is not { } task) return;
        var isOfMany = Verb(node) is "WaitAll" or "WaitAny";
        var type = context.TypeOf(task);
        var isKnown = isOfMany || type is { TypeKind: not TypeKind.Error };
        if (!isKnown && (!isAsync || !IsNamedAsAsynchronous(task))) return;
        if (isKnown && !isOfMany && type is not null && !NotAwaitedRule.IsTask(type)) return;
        if (IsComplete(task, node, context)) return;
        var confidence = !isKnown ? Confidence.Low : isAsync ? Confidence.High : Confidence.Medium;
        context.Report(AsyncIds.BlockingOnTask, confidence, $"'{Verb(node)}' blocks the thread until the task of {Shown.Of(task)} ends", node.Span);
    }

    private static string Verb(SyntaxNode node) => node is MemberAccessExpressionSyntax ? "Result" : Syntax.LastName(node) ?? "Wait";

    private static ExpressionSyntax? BlockedOn(SyntaxNode node, DocumentContext context)
    {
        if (node is MemberAccessExpressionSyntax result) return result.Expression;
        if (node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax callee } call) return null;
        switch (callee.Name.Identifier.ValueText)
        {
            // A look whether it has ended.
            case "Wait":
                return call.ArgumentList.Arguments is [{ Expression: LiteralExpressionSyntax { Token.Value: 0 } }] ? null : callee.Expression;
            case "GetResult":
                if (callee.Expression is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetAwaiter", Expression: var awaited } }) return null;
                return awaited is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var configured } } ? configured : awaited;
            default:
                // Task.WaitAll(a, b): the first of them stands for all.
                return context.SymbolOf(call) is IMethodSymbol { ContainingType: var owner } && owner.HasName("System.Threading.Tasks.Task")
                    && call.ArgumentList.Arguments is [{ Expression: var first }, ..]
                        ? first
                        : null;
        }
    }

    private static bool IsNamedAsAsynchronous(ExpressionSyntax task) =>
        task is InvocationExpressionSyntax && Syntax.LastName(task)?.EndsWith("Async", StringComparison.Ordinal) == true;

    private static bool IsServed(SyntaxNode node, DocumentContext context)
    {
        // A lambda may run anywhere.
        if (Syntax.FunctionOf(node) is AnonymousFunctionExpressionSyntax or CompilationUnitSyntax || context.EnclosingType(node) is not { } type) return false;
        return EntryPoints.IsController(type) || Array.Exists(Served, type.IsOrInherits);
    }

    // Awaited before, or asked whether it has ended: then there is nothing to wait for.
    private static bool IsComplete(ExpressionSyntax task, SyntaxNode use, DocumentContext context)
    {
        var bare = Syntax.Bare(task);
        if (bare is InvocationExpressionSyntax call) return Syntax.LastName(call) is "FromResult" or "FromException" or "FromCanceled";
        if (context.SymbolOf(bare) is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } }) return true;
        var names = new List<string?> { Syntax.LastName(bare is ElementAccessExpressionSyntax access ? access.Expression : bare) };
        names.AddRange(use.Ancestors().OfType<ForEachStatementSyntax>().Where(each => names.Contains(each.Identifier.ValueText)).Select(each => Syntax.LastName(each.Expression)));
        return Syntax.FunctionOf(use).DescendantNodes().TakeWhile(node => node.SpanStart < use.SpanStart).Any(node => node switch
        {
            AwaitExpressionSyntax awaited when awaited.Span.End <= use.SpanStart => Mentions(awaited, names) || FillsOne(awaited, names),
            InvocationExpressionSyntax waited when waited.Span.End <= use.SpanStart => Syntax.LastName(waited) is "WaitAll" or "WaitAny" or "Wait" && Mentions(waited, names),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsCompleted" or "IsCompletedSuccessfully" or "IsFaulted" or "IsCanceled" or "Status" } asked => Mentions(asked.Expression, names),
            _ => false,
        });
    }

    private static bool Mentions(SyntaxNode node, List<string?> names) =>
        node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => names.Contains(name.Identifier.ValueText));

    // var done = await Task.WhenAny(a, b);
    private static bool FillsOne(AwaitExpressionSyntax awaited, List<string?> names) =>
        Syntax.VariableOf(awaited) is { } variable && names.Contains(variable) && Syntax.LastName(awaited.Expression) == "WhenAny";
}
