using Glassbox.Analysis.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Fixes;

/// <summary>
/// GB2003: CBC in place of ECB, only where the same body says which IV is used: without one, what is encrypted by one
/// object could not be decrypted by the next.
/// </summary>
internal sealed class CbcFix : IFix
{
    public string Id => "cbc";

    public string RuleId => RuleIds.WeakCipher;

    public Task<FixProposal?> ProposeAsync(FixContext context, CancellationToken cancellationToken)
    {
        if (context.Node is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ECB" } mode || !HasInitializationVector(mode)) return Task.FromResult<FixProposal?>(null);
        return Task.FromResult<FixProposal?>(new FixProposal("Use CBC", context.Replace(mode, mode.WithName(SyntaxFactory.IdentifierName("CBC").WithTriviaFrom(mode.Name)))));
    }

    private static bool HasInitializationVector(MemberAccessExpressionSyntax mode)
    {
        var variable = mode.Parent switch
        {
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax access } => access.Expression.ToString(),
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } => Syntax.VariableOf(initializer.Parent),
            _ => null,
        };
        return variable is not null && Syntax.BodyOf(mode).DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(access =>
            access.Expression.ToString() == variable
            && ((access.Name.Identifier.ValueText == "IV" && access.Parent is AssignmentExpressionSyntax set && set.Left == access)
                || access.Name.Identifier.ValueText == "GenerateIV"
                || (access.Name.Identifier.ValueText is "CreateEncryptor" or "CreateDecryptor" && access.Parent is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 2 })));
    }
}
