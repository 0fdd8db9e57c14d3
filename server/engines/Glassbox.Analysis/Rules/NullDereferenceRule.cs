using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Glassbox.Analysis.Rules;

/// <summary>GB3003: what <c>as</c> or a search gave is used although it may be null.</summary>
internal sealed class NullDereferenceRule : IBodyRule
{
    public bool IsHint(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.AsKeyword => true,
        SyntaxKind.IdentifierToken => MaybeNull.IsSearch(token.ValueText),
        _ => false,
    };

    public void Inspect(SyntaxNode body, ControlFlowGraph graph, DocumentContext context) => Run(graph, context, NullState.Empty);

    private static void Run(ControlFlowGraph graph, DocumentContext context, NullState entry)
    {
        var flow = new NullFlow(context, graph);
        ForwardFlow.Run(graph, flow, entry, report: true, context.CancellationToken);
        // What a captured variable holds when a lambda runs is not known, so these begin anew.
        foreach (var lambda in flow.Lambdas) Run(graph.GetAnonymousFunctionControlFlowGraph(lambda, context.CancellationToken), context, NullState.Empty);
        foreach (var function in graph.LocalFunctions) Run(graph.GetLocalFunctionControlFlowGraph(function, context.CancellationToken), context, NullState.Empty);
    }
}
