using Glassbox.Analysis.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Fixes;

/// <summary>GB3001: <c>using</c> before the declaration, or a <c>using</c> declaration for what was dropped.</summary>
internal sealed class UsingFix : IFix
{
    public string Id => "using";

    public string RuleId => RuleIds.NotDisposed;

    public Task<FixProposal?> ProposeAsync(FixContext context, CancellationToken cancellationToken)
    {
        if (context.Node.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is { Parent.Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } declaration } variable
            && variable.Span == context.Detection.Span)
        {
            // A using variable cannot be assigned again; and in a switch section it may not stand at all.
            if (declaration.Parent is SwitchSectionSyntax) return Task.FromResult<FixProposal?>(null);
            var keyword = SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithLeadingTrivia(declaration.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space);
            var changed = declaration.WithoutLeadingTrivia().WithUsingKeyword(keyword);
            if (IsAsyncOnly(variable, context, cancellationToken))
            {
                if (!NotAwaitedRule.IsInAsyncFunction(declaration)) return Task.FromResult<FixProposal?>(null);
                changed = changed.WithUsingKeyword(keyword.WithLeadingTrivia()).WithAwaitKeyword(
                    SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithLeadingTrivia(declaration.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space));
            }

            return Task.FromResult<FixProposal?>(new FixProposal($"Dispose '{variable.Identifier.ValueText}' with using", context.Replace(declaration, changed)));
        }

        // File.Create(path); dropped: what it made is disposed at once.
        if (context.Node is ExpressionSyntax { Parent: ExpressionStatementSyntax } dropped)
        {
            var call = SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression, dropped.WithoutTrivia(), SyntaxFactory.IdentifierName("Dispose")));
            return Task.FromResult<FixProposal?>(new FixProposal("Dispose what it makes at once", context.Replace(dropped, call.WithTriviaFrom(dropped))));
        }

        return Task.FromResult<FixProposal?>(null);
    }

    private static bool IsAsyncOnly(VariableDeclaratorSyntax variable, FixContext context, CancellationToken cancellationToken) =>
        context.Model.GetDeclaredSymbol(variable, cancellationToken) is ILocalSymbol { Type: var type } && !type.IsOrInherits("System.IDisposable");
}
