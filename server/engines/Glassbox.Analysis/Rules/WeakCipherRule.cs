using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules;

/// <summary>GB2003: ciphers with keys or blocks too short, and ECB, which shows equal blocks as equal.</summary>
internal sealed class WeakCipherRule : INodeRule
{
    private static readonly HashSet<string> Weak =
        ["DES", "TripleDES", "RC2", "DESCryptoServiceProvider", "TripleDESCryptoServiceProvider", "TripleDESCng", "RC2CryptoServiceProvider"];

    public bool IsCandidate(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } =>
            Weak.Contains(Syntax.LastName(access.Expression) ?? "") || access.Name.Identifier.ValueText is "EncryptEcb" or "DecryptEcb",
        ObjectCreationExpressionSyntax creation => Weak.Contains(Syntax.LastName(creation.Type) ?? ""),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ECB" } access =>
            Syntax.LastName(access.Expression) == "CipherMode" && access.Parent is AssignmentExpressionSyntax or ArgumentSyntax or EqualsValueClauseSyntax,
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "EncryptEcb" or "DecryptEcb" } access }:
                var type = context.Model.GetTypeInfo(access.Expression, context.CancellationToken).Type;
                if (type.IsOrInherits("System.Security.Cryptography.SymmetricAlgorithm"))
                    context.Report(RuleIds.WeakCipher, Confidence.High, $"{access.Name.Identifier.ValueText} shows equal blocks as equal", node.Span);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }:
                Report(access.Expression, $"{access} is a cipher that can be broken");
                break;
            case ObjectCreationExpressionSyntax creation:
                Report(creation.Type, $"new {Syntax.LastName(creation.Type)} is a cipher that can be broken");
                break;
            case MemberAccessExpressionSyntax mode:
                Report(mode.Expression, "CipherMode.ECB shows equal blocks as equal");
                break;
        }

        void Report(SyntaxNode typeName, string message)
        {
            if (Cryptography.ConfidenceOf(typeName, context) is { } confidence) context.Report(RuleIds.WeakCipher, confidence, message, node.Span);
        }
    }
}
