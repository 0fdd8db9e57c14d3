using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Taint;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Glassbox.Analysis.Rules;

/// <summary>GB1001 to GB1004: values from outside that reach what they can harm.</summary>
internal sealed class TaintRule : IBodyRule
{
    public bool IsHint(SyntaxToken token) =>
        (token.IsKind(SyntaxKind.IdentifierToken) && TaintModel.Instance.MayBeSink(token.ValueText))
        // new(…) names no type.
        || (token.IsKind(SyntaxKind.NewKeyword) && token.Parent is ImplicitObjectCreationExpressionSyntax);

    public void Inspect(SyntaxNode body, ControlFlowGraph graph, DocumentContext context)
    {
        var method = MethodOf(body, context);
        var entry = method is null ? TaintState.Empty : EntryPoints.Enter(method, context.Model);
        if (method is { MethodKind: MethodKind.Ordinary } && IsRouteHandler(method, context)) entry = EntryPoints.EnterHandler(method, entry);
        new TaintEvaluator(context, graph).Run(entry, report: true);
    }

    private static IMethodSymbol? MethodOf(SyntaxNode body, DocumentContext context) => body switch
    {
        CompilationUnitSyntax unit => context.Model.GetDeclaredSymbol(unit, context.CancellationToken),
        BaseMethodDeclarationSyntax method => context.Model.GetDeclaredSymbol(method, context.CancellationToken),
        _ => null,
    };

    // app.MapGet("/x", Handlers.Show), in the same document.
    private static bool IsRouteHandler(IMethodSymbol method, DocumentContext context) =>
        context.Root.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
            call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }
            && EntryPoints.IsRouteRegistration(name)
            && call.ArgumentList.Arguments.Any(argument =>
                argument.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax
                && argument.Expression.GetLastToken().ValueText == method.Name));
}
