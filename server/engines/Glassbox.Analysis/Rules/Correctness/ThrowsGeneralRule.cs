using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3323: throwing a failure that can only be caught together with all others.</summary>
internal sealed class ThrowsGeneralRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => CreationIn(node) is { } creation && Syntax.LastName(creation.Type) is "Exception" or "SystemException" or "ApplicationException";

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        if (CreationIn(node) is not { } creation) return;
        var type = context.TypeOf(creation);
        // A class of the user's own may bear the same name.
        if (type is { TypeKind: not TypeKind.Error } && !type.HasName("System.Exception") && !type.HasName("System.SystemException") && !type.HasName("System.ApplicationException")) return;
        context.Report(
            CorrectnessIds.ThrowsGeneral, type is null or { TypeKind: TypeKind.Error } ? Confidence.Low : Confidence.High,
            $"{Syntax.LastName(creation.Type)} does not say what failed, so that callers can only catch everything", creation.Span);
    }

    private static ObjectCreationExpressionSyntax? CreationIn(SyntaxNode node) => node switch
    {
        ThrowStatementSyntax { Expression: ObjectCreationExpressionSyntax creation } => creation,
        ThrowExpressionSyntax { Expression: ObjectCreationExpressionSyntax creation } => creation,
        _ => null,
    };
}
