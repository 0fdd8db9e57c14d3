using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3340: a generator of random numbers that is made anew for every number.</summary>
internal sealed class RandomInLoopRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node is ObjectCreationExpressionSyntax creation && Syntax.LastName(creation.Type) == "Random";

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var creation = (ObjectCreationExpressionSyntax)node;
        if (Endings.LoopAround(creation) is null || context.ConfidenceOfType(creation.Type, "System.Random") is not { } confidence) return;
        var arguments = creation.ArgumentList?.Arguments ?? [];
        var says = arguments switch
        {
            [] => "A new Random in every round costs more than it gives, and on older frameworks gives the same numbers again",
            [{ Expression: var seed }] when context.ConstantAt(seed).HasValue => "A new Random with a fixed seed gives the same numbers in every round",
            _ => null,
        };
        if (says is not null) context.Report(CorrectnessIds.RandomInLoop, confidence, says, creation.Span);
    }
}
