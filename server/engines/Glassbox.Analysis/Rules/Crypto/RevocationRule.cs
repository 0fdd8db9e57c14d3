using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>GB2029: chains that are built without asking whether a certificate was revoked.</summary>
internal sealed class RevocationRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) =>
        node is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && Syntax.LastName(assignment.Left) is "RevocationMode";

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var assignment = (AssignmentExpressionSyntax)node;
        if (context.MemberOf(assignment.Right) is not "NoCheck" || DevelopmentOnly.Covers(node)) return;
        if (context.ConfidenceOfSetting(assignment, "System.Security.Cryptography.X509Certificates.X509ChainPolicy") is not { } confidence) return;
        // An authority of one's own often publishes no revocations.
        if (Syntax.BodyOf(node).DescendantTokens().Any(token => token.ValueText is "CustomTrustStore" or "CustomRootTrust" or "ExtraStore")) return;
        context.Report(CryptoIds.RevocationNotChecked, confidence, "The chain is built without asking whether a certificate was revoked", assignment.Span);
    }
}
