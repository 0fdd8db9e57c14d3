using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3341: making the garbage collector run.</summary>
internal sealed class ForcedCollectionRule : INodeRule
{
    // A measurement begins with an empty heap.
    private static readonly string[] Measuring = ["BenchmarkDotNet", "NUnit.Framework", "Xunit", "Microsoft.VisualStudio.TestTools.UnitTesting"];

    public bool IsCandidate(SyntaxNode node) => node is InvocationExpressionSyntax call && NameOf(call) is not null;

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var call = (InvocationExpressionSyntax)node;
        if (NameOf(call) is not { } name || context.ConfidenceOfMember(call, name, "System.GC") is not { } confidence) return;
        if (context.Usings.Any(used => Measuring.Any(space => used.StartsWith(space, StringComparison.Ordinal)))) return;
        // GC.Collect(); GC.WaitForPendingFinalizers(); GC.Collect(); is one mistake.
        if (Syntax.BodyOf(node).DescendantNodes().OfType<InvocationExpressionSyntax>().TakeWhile(other => other != call).Any(other => NameOf(other) is not null)) return;
        context.Report(CorrectnessIds.ForcedCollection, confidence, $"GC.{name} stops every thread, and the collector knows better when to run", call.Span);
    }

    private static string? NameOf(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Collect" or "WaitForPendingFinalizers" } callee && Syntax.LastName(callee.Expression) == "GC"
            ? callee.Name.Identifier.ValueText
            : null;
}
