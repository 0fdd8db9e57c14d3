using Glassbox.Analysis.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Fixes;

/// <summary>GB2002: SHA-256 in place of MD5 or SHA-1.</summary>
internal sealed class Sha256Fix : IFix
{
    private const string Strong = "System.Security.Cryptography.SHA256";

    public string Id => "sha256";

    public string RuleId => RuleIds.WeakHash;

    public Task<FixProposal?> ProposeAsync(FixContext context, CancellationToken cancellationToken)
    {
        // A result of fixed size, or a variable of the old type, would not take the new one; verification sees the latter.
        ExpressionSyntax? replacement = null;
        var old = (ExpressionSyntax?)null;
        switch (context.Node)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call when Syntax.LastName(access.Expression) == "HashAlgorithm":
                (old, replacement) = (call, Made($"{context.NameOf(Strong)}.Create()"));
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }:
                (old, replacement) = (access.Expression, Made(context.NameOf(Strong)));
                break;
            case BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } } creation when Syntax.LastName((creation as ObjectCreationExpressionSyntax)?.Type) != "HMACMD5":
                (old, replacement) = (creation, Made($"{context.NameOf(Strong)}.Create()"));
                break;
            case ObjectCreationExpressionSyntax { Initializer: null } creation when Syntax.LastName(creation.Type) == "HMACMD5":
                (old, replacement) = (creation, creation.WithType(SyntaxFactory.ParseTypeName(context.NameOf("System.Security.Cryptography.HMACSHA256")).WithTriviaFrom(creation.Type)));
                break;
            case MemberAccessExpressionSyntax name:
                (old, replacement) = (name, name.WithName(SyntaxFactory.IdentifierName("SHA256")));
                break;
        }

        if (old is null || replacement is null) return Task.FromResult<FixProposal?>(null);
        var root = context.Root.ReplaceNode(old, replacement.WithTriviaFrom(old));
        return Task.FromResult<FixProposal?>(new FixProposal("Use SHA-256", context.Document.WithSyntaxRoot(Retyped(root, old, context))));
    }

    private static ExpressionSyntax Made(string text) => FixContext.Expression(text);

    // MD5 hash = MD5.Create(); the declared type has to follow.
    private static CompilationUnitSyntax Retyped(CompilationUnitSyntax root, ExpressionSyntax old, FixContext context)
    {
        var declaration = old.FirstAncestorOrSelf<VariableDeclarationSyntax>();
        if (declaration is null || declaration.Type.IsVar || Syntax.LastName(declaration.Type) is not ("MD5" or "SHA1")) return root;
        if (declaration.Variables is not [{ Initializer.Value: var value }] || !value.Span.Contains(old.Span)) return root;
        var current = root.FindNode(declaration.Type.Span) as TypeSyntax;
        return current is null ? root : root.ReplaceNode(current, SyntaxFactory.ParseTypeName(context.NameOf(Strong)).WithTriviaFrom(current));
    }
}
