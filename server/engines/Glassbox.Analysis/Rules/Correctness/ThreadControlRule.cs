using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3344: stopping other threads from outside.</summary>
internal sealed class ThreadControlRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Suspend" or "Resume" or "Abort" or "ResetAbort" } };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var call = (InvocationExpressionSyntax)node;
        var name = Syntax.LastName(call)!;
        if (context.ConfidenceOfMember(call, name, "System.Threading.Thread") is not { } confidence) return;
        context.Report(CorrectnessIds.ThreadControl, confidence, $"Thread.{name} stops a thread wherever it happens to be, and throws on today's .NET", call.Span);
    }
}
