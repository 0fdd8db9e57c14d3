using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>GB2030: directories that are asked without saying who asks.</summary>
internal sealed class AnonymousDirectoryRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) =>
        node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Anonymous" } access
        && Syntax.LastName(access.Expression) is "AuthenticationTypes" or "AuthType";

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var access = (MemberAccessExpressionSyntax)node;
        var isGiven = access.Parent is ArgumentSyntax or EqualsValueClauseSyntax || (access.Parent is AssignmentExpressionSyntax assignment && assignment.Right == access);
        if (!isGiven || context.ConfidenceOfType(access.Expression, "System.DirectoryServices.AuthenticationTypes", "System.DirectoryServices.Protocols.AuthType") is not { } confidence) return;
        context.Report(CryptoIds.AnonymousDirectory, confidence, $"{access} asks the directory without a login", access.Span);
    }
}
