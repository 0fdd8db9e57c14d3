using Glassbox.Analysis.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Fixes;

/// <summary>GB2003: AES in place of DES, 3DES or RC2, where no key or block of the old size is put into it.</summary>
internal sealed class AesFix : IFix
{
    private const string Strong = "System.Security.Cryptography.Aes";

    public string Id => "aes";

    public string RuleId => RuleIds.WeakCipher;

    public Task<FixProposal?> ProposeAsync(FixContext context, CancellationToken cancellationToken)
    {
        var old = context.Node switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Create" }, ArgumentList.Arguments.Count: 0 } call => (ExpressionSyntax)call,
            ObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer: null } creation => creation,
            _ => null,
        };
        if (old is null || SetsSizes(old)) return Task.FromResult<FixProposal?>(null);
        var made = FixContext.Expression($"{context.NameOf(Strong)}.Create()").WithTriviaFrom(old);
        var declaration = old.FirstAncestorOrSelf<VariableDeclarationSyntax>();
        var retype = declaration is { Type.IsVar: false, Variables: [{ Initializer.Value: var value }] } && value == old ? declaration!.Type : null;
        var root = context.Root.ReplaceNodes(
            retype is null ? [old] : new ExpressionSyntax[] { old, retype },
            (node, _) => node == old ? made : SyntaxFactory.ParseTypeName(context.NameOf(Strong)).WithTriviaFrom(node));
        return Task.FromResult<FixProposal?>(new FixProposal("Use Aes", context.Document.WithSyntaxRoot(root)));
    }

    // A key or IV that fits the old cipher does not fit the new one: that shows only when it runs.
    private static bool SetsSizes(ExpressionSyntax creation)
    {
        if (Syntax.VariableOf(creation) is not { } variable) return creation.Parent is not (ArrowExpressionClauseSyntax or ReturnStatementSyntax);
        return Syntax.BodyOf(creation).DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(access =>
            access.Expression.ToString() == variable
            && ((access.Parent is AssignmentExpressionSyntax assignment && assignment.Left == access && access.Name.Identifier.ValueText is "Key" or "IV" or "KeySize" or "BlockSize" or "FeedbackSize")
                || (access.Parent is InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } && access.Name.Identifier.ValueText.StartsWith("Create", StringComparison.Ordinal))
                || access.Name.Identifier.ValueText is "SetKey"));
    }
}
