using Glassbox.Analysis.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Fixes;

/// <summary>GB3004: <c>await</c> before the call. A private void method that nobody calls otherwise becomes async as well.</summary>
internal sealed class AwaitFix : IFix
{
    public string Id => "await";

    public string RuleId => RuleIds.NotAwaited;

    public Task<FixProposal?> ProposeAsync(FixContext context, CancellationToken cancellationToken) => Task.FromResult(Propose(context, cancellationToken));

    private static FixProposal? Propose(FixContext context, CancellationToken cancellationToken)
    {
        if (context.Node.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { Expression: InvocationExpressionSyntax call } statement) return null;
        if (statement.Ancestors().TakeWhile(ancestor => ancestor is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Any(ancestor => ancestor is LockStatementSyntax or UnsafeStatementSyntax)) return null;
        var awaited = SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), call.WithoutLeadingTrivia()).WithLeadingTrivia(call.GetLeadingTrivia());
        var name = Syntax.LastName(call.Expression);
        if (NotAwaitedRule.IsInAsyncFunction(statement)) return new FixProposal($"Await '{name}'", context.Replace(call, awaited));
        return Syntax.FunctionOf(statement) switch
        {
            MethodDeclarationSyntax method => InMethod(method, call, awaited, context, cancellationToken),
            AnonymousFunctionExpressionSyntax lambda => InLambda(lambda, call, awaited, context, cancellationToken),
            _ => null,
        };
    }

    private static FixProposal? InMethod(
        MethodDeclarationSyntax method, InvocationExpressionSyntax call, AwaitExpressionSyntax awaited, FixContext context, CancellationToken cancellationToken)
    {
        if (method.ReturnType is not PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
            || method.Modifiers.Any(SyntaxKind.OverrideKeyword) || method.Modifiers.Any(SyntaxKind.PartialKeyword) || method.Modifiers.Any(SyntaxKind.VirtualKeyword)
            || method.ParameterList.Parameters.Any(parameter => parameter.Modifiers.Count > 0)
            || method.DescendantNodes().Any(node => node is YieldStatementSyntax)) return null;
        if (context.Model.GetDeclaredSymbol(method, cancellationToken) is not { DeclaredAccessibility: Accessibility.Private } symbol) return null;
        if (symbol.ExplicitInterfaceImplementations.Length > 0 || IsUsed(method, context)) return null;
        var task = SyntaxFactory.ParseTypeName(context.NameOf("System.Threading.Tasks.Task")).WithTriviaFrom(method.ReturnType);
        var changed = method.ReplaceNode(call, awaited);
        var keyword = SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        changed = changed.Modifiers.Count > 0
            ? changed.WithReturnType(task).AddModifiers(keyword)
            : changed.WithReturnType(task.WithLeadingTrivia()).WithModifiers([keyword.WithLeadingTrivia(method.GetLeadingTrivia())]);
        return new FixProposal($"Await '{Syntax.LastName(call.Expression)}' and make '{method.Identifier.ValueText}' async", context.Replace(method, changed));
    }

    // An async lambda given where a void one is wanted would lose its failures in another way.
    private static FixProposal? InLambda(
        AnonymousFunctionExpressionSyntax lambda, InvocationExpressionSyntax call, AwaitExpressionSyntax awaited, FixContext context, CancellationToken cancellationToken)
    {
        if (lambda is AnonymousMethodExpressionSyntax || lambda.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax registration }) return null;
        if (context.Model.GetSymbolInfo(registration, cancellationToken).Symbol is not IMethodSymbol target || !Taint.EntryPoints.IsRouteRegistration(target)) return null;
        var changed = lambda.ReplaceNode(call, awaited);
        var keyword = SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithLeadingTrivia(lambda.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space);
        SyntaxNode result = changed switch
        {
            ParenthesizedLambdaExpressionSyntax parenthesized => parenthesized.WithoutLeadingTrivia().WithAsyncKeyword(keyword),
            SimpleLambdaExpressionSyntax simple => simple.WithoutLeadingTrivia().WithAsyncKeyword(keyword),
            _ => changed,
        };
        return new FixProposal($"Await '{Syntax.LastName(call.Expression)}' in an async lambda", context.Replace(lambda, result));
    }

    // Private, so all uses are in this type; parts in other documents are ruled out above by 'partial' on the type.
    private static bool IsUsed(MethodDeclarationSyntax method, FixContext context)
    {
        if (method.Parent is TypeDeclarationSyntax type && type.Modifiers.Any(SyntaxKind.PartialKeyword)) return true;
        return context.Root.DescendantNodes().OfType<SimpleNameSyntax>().Any(name =>
            name.Identifier.ValueText == method.Identifier.ValueText);
    }
}
