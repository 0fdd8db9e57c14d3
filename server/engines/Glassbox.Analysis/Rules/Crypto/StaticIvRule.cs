using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>GB2013: initialization vectors and nonces that are the same for every message.</summary>
internal sealed class StaticIvRule : INodeRule
{
    private const string Symmetric = "System.Security.Cryptography.SymmetricAlgorithm";

    private static readonly string[] Authenticated =
        ["System.Security.Cryptography.AesGcm", "System.Security.Cryptography.AesCcm", "System.Security.Cryptography.ChaCha20Poly1305"];

    public bool IsCandidate(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => Syntax.LastName(assignment.Left) is "IV",
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments.Count: > 1 } =>
            access.Name.Identifier.ValueText is "CreateEncryptor" or "EncryptCbc" or "EncryptCfb" or "Encrypt",
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case AssignmentExpressionSyntax assignment when context.ConfidenceOfSetting(assignment, Symmetric) is { } confidence && !OnlyDecrypts(assignment):
                InspectIv(assignment.Right, KeyBeside(assignment, context), confidence, context);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Encrypt" } access } call when context.ConfidenceOfValue(access.Expression, Authenticated) is { } confidence:
                InspectIv(call.ArgumentList.Arguments[0].Expression, null, confidence, context);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call when context.ConfidenceOfValue(access.Expression, Symmetric) is { } confidence:
                var arguments = call.ArgumentList.Arguments;
                InspectIv(arguments[1].Expression, access.Name.Identifier.ValueText == "CreateEncryptor" ? arguments[0].Expression : null, confidence, context);
                break;
        }
    }

    private static void InspectIv(ExpressionSyntax iv, ExpressionSyntax? key, Confidence confidence, DocumentContext context)
    {
        if (IsKey(iv, key, context))
            context.Report(CryptoIds.StaticIv, confidence, $"'{iv}' is the key and the initialization vector at once", iv.Span);
        else if (ConstantBytes.Of(iv, context) is { } origin)
            context.Report(CryptoIds.StaticIv, confidence, "This initialization vector is the same for every message", origin.Span);
    }

    private static bool IsKey(ExpressionSyntax iv, ExpressionSyntax? key, DocumentContext context)
    {
        if (Syntax.LastName(iv) is "Key" && iv is MemberAccessExpressionSyntax access) return context.ConfidenceOfValue(access.Expression, Symmetric) is not null;
        return key is IdentifierNameSyntax or MemberAccessExpressionSyntax && key.ToString() == iv.ToString();
    }

    private static ExpressionSyntax? KeyBeside(AssignmentExpressionSyntax assignment, DocumentContext context) =>
        Creations.SettingsBeside(assignment).FirstOrDefault(other => Syntax.LastName(other.Left) is "Key" && context.ConfidenceOfSetting(other, Symmetric) is not null)?.Right;

    // Who decrypts must use what was used; the mistake is where the data is encrypted.
    private static bool OnlyDecrypts(AssignmentExpressionSyntax assignment)
    {
        var decrypts = false;
        foreach (var call in Syntax.BodyOf(assignment).DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            switch (Syntax.LastName(call.Expression))
            {
                case "CreateEncryptor" or "EncryptCbc" or "EncryptCfb":
                    return false;
                case "CreateDecryptor" or "DecryptCbc" or "DecryptCfb":
                    decrypts = true;
                    break;
            }
        }

        return decrypts;
    }
}
