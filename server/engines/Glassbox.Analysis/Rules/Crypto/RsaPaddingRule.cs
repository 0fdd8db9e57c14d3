using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>GB2018: RSA encryption with the padding whose errors tell the plain text.</summary>
internal sealed class RsaPaddingRule : INodeRule
{
    private const string Space = "System.Security.Cryptography.";

    public bool IsCandidate(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call => access.Name.Identifier.ValueText switch
        {
            "Encrypt" or "Decrypt" => call.ArgumentList.Arguments.Count == 2,
            "GetCipher" => call.ArgumentList.Arguments.Count == 1,
            _ => false,
        },
        ObjectCreationExpressionSyntax creation => Syntax.LastName(creation.Type) is "RSAPKCS1KeyExchangeFormatter" or "RSAPKCS1KeyExchangeDeformatter",
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Pkcs1" } access => Syntax.LastName(access.Expression) is "RSAEncryptionPadding" && IsGiven(access),
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetCipher" } access } call:
                if (context.ConfidenceOfValue(access.Expression, "Org.BouncyCastle.Security.CipherUtilities") is { } written && context.TextOf(call.ArgumentList.Arguments[0].Expression) is { } name && IsWeakCipher(name))
                    Report(written, $"\"{name}\" encrypts with RSA without OAEP", call);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call:
                if (context.IsFalse(call.ArgumentList.Arguments[1].Expression) && context.ConfidenceOfValue(access.Expression, Space + "RSACryptoServiceProvider") is { } sure)
                    Report(sure, $"{access.Name.Identifier.ValueText} with false uses the padding of PKCS #1 v1.5", call);
                break;
            case ObjectCreationExpressionSyntax creation when Cryptography.ConfidenceOf(creation.Type, context) is { } confidence:
                Report(confidence, $"{Syntax.LastName(creation.Type)} uses the padding of PKCS #1 v1.5", creation);
                break;
            case MemberAccessExpressionSyntax access when Cryptography.ConfidenceOf(access.Expression, context) is { } confidence:
                Report(confidence, "RSAEncryptionPadding.Pkcs1 is the padding of PKCS #1 v1.5", access);
                break;
        }

        void Report(Confidence confidence, string message, SyntaxNode place) => context.Report(CryptoIds.RsaPadding, confidence, message, place.Span);
    }

    // Asking whether it is this padding harms nobody.
    private static bool IsGiven(MemberAccessExpressionSyntax padding) => padding.Parent is ArgumentSyntax or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax
        or ConditionalExpressionSyntax || (padding.Parent is AssignmentExpressionSyntax assignment && assignment.Right == padding);

    private static bool IsWeakCipher(string name) =>
        name.StartsWith("RSA", StringComparison.OrdinalIgnoreCase)
        && (name.Contains("PKCS1", StringComparison.OrdinalIgnoreCase) || name.Contains("NoPadding", StringComparison.OrdinalIgnoreCase) || name.Equals("RSA", StringComparison.OrdinalIgnoreCase));
}
