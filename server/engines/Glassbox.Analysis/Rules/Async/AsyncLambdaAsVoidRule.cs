using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Rules.Correctness;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Async;

/// <summary>GB3105: an async lambda handed to somebody who does not wait for it.</summary>
internal sealed class AsyncLambdaAsVoidRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) =>
        node is AnonymousFunctionExpressionSyntax { AsyncKeyword.RawKind: (int)SyntaxKind.AsyncKeyword, Parent: ArgumentSyntax { Parent.Parent: not null } };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var lambda = (AnonymousFunctionExpressionSyntax)node;
        if (context.TargetOf(lambda) is not INamedTypeSymbol { DelegateInvokeMethod: { ReturnsVoid: true } invoke } target) return;
        if (IsHandler(invoke) || Catching.HandlesAll(lambda.Body)) return;
        var receiver = lambda.Parent?.Parent?.Parent;
        // A command of a user interface is an event handler by another name.
        if (receiver is ObjectCreationExpressionSyntax { Type: var type } && Syntax.LastName(type)?.EndsWith("Command", StringComparison.Ordinal) == true) return;
        var confidence = Syntax.LastName(receiver) is "ForEach" or "For" ? Confidence.High : Confidence.Medium;
        context.Report(
            AsyncIds.AsyncLambdaAsVoid, confidence, $"{target.Name} returns nothing, so nobody waits for this async lambda, and its failure ends the process", lambda.AsyncKeyword.Span);
    }

    private static bool IsHandler(IMethodSymbol invoke) =>
        invoke.Parameters is [{ Type.SpecialType: SpecialType.System_Object }, { Type: var args }]
        && (args.Name.EndsWith("EventArgs", StringComparison.Ordinal) || args.IsOrInherits("System.EventArgs"));
}
