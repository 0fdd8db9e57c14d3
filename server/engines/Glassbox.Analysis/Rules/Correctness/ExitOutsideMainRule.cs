using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Taint;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3342: library and web code that ends the whole process.</summary>
internal sealed class ExitOutsideMainRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Exit" } callee } && Syntax.LastName(callee.Expression) == "Environment";

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var call = (InvocationExpressionSyntax)node;
        if (context.ConfidenceOfMember(call, "Exit", "System.Environment") is not { } confidence) return;
        var type = context.EnclosingType(node);
        if (type is null || type.Name == "Program" || type.GetMembers("Main").Any(member => member.IsStatic)) return;
        var isLibrary = context.Model.Compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary;
        if (!isLibrary && !EntryPoints.IsController(type)) return;
        context.Report(CorrectnessIds.ExitOutsideMain, confidence, "Environment.Exit ends the whole process from code that does not own it", call.Span);
    }
}
