using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>GB2012: keys of ciphers, signatures and tokens written into the source. Messages never repeat the key.</summary>
internal sealed class HardCodedKeyRule : INodeRule
{
    private const string Space = "System.Security.Cryptography.";

    // Constructors with the key as their first argument, or with a password that the key is made of.
    private static readonly Dictionary<string, string> Keyed = new()
    {
        ["AesGcm"] = Space + "AesGcm", ["AesCcm"] = Space + "AesCcm", ["ChaCha20Poly1305"] = Space + "ChaCha20Poly1305",
        ["HMACSHA1"] = Space + "HMACSHA1", ["HMACSHA256"] = Space + "HMACSHA256", ["HMACSHA384"] = Space + "HMACSHA384", ["HMACSHA512"] = Space + "HMACSHA512",
        ["Rfc2898DeriveBytes"] = Space + "Rfc2898DeriveBytes", ["PasswordDeriveBytes"] = Space + "PasswordDeriveBytes",
        ["SymmetricSecurityKey"] = "Microsoft.IdentityModel.Tokens.SymmetricSecurityKey", ["InMemorySymmetricSecurityKey"] = "System.IdentityModel.Tokens.InMemorySymmetricSecurityKey",
        ["KeyParameter"] = "Org.BouncyCastle.Crypto.Parameters.KeyParameter",
    };

    private static readonly string[] KeyOwners = [Space + "SymmetricAlgorithm", Space + "KeyedHashAlgorithm"];

    private readonly CredentialRule credentials = new();

    public bool IsCandidate(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => Syntax.LastName(assignment.Left) is "Key",
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments.Count: > 0 } => access.Name.Identifier.ValueText switch
        {
            "CreateEncryptor" or "CreateDecryptor" or "SetKey" => true,
            "HashData" or "TryHashData" or "HashDataAsync" => Syntax.LastName(access.Expression)?.StartsWith("HMAC", StringComparison.Ordinal) == true,
            "Pbkdf2" => true,
            _ => false,
        },
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } creation => Keyed.ContainsKey(Syntax.LastName(Creations.TypeOf(creation)) ?? ""),
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case AssignmentExpressionSyntax assignment when context.ConfidenceOfSetting(assignment, KeyOwners) is { } confidence:
                InspectKey(assignment.Right, assignment.Left.ToString(), confidence, context);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call when OwnerOf(access, context) is { } confidence:
                InspectKey(call.ArgumentList.Arguments[0].Expression, $"{Syntax.LastName(access.Expression)}.{access.Name.Identifier.ValueText}", confidence, context);
                break;
            case BaseObjectCreationExpressionSyntax creation when Creations.TypeOf(creation) is { } type:
                var name = Syntax.LastName(type)!;
                if (context.ConfidenceOfType(type, Keyed[name]) is { } sure) InspectKey(creation.ArgumentList!.Arguments[0].Expression, name, sure, context);
                break;
        }
    }

    private static Confidence? OwnerOf(MemberAccessExpressionSyntax access, DocumentContext context) => access.Name.Identifier.ValueText switch
    {
        "CreateEncryptor" or "CreateDecryptor" or "SetKey" => context.ConfidenceOfValue(access.Expression, KeyOwners),
        "Pbkdf2" => context.ConfidenceOfValue(access.Expression, Space + "Rfc2898DeriveBytes", "Microsoft.AspNetCore.Cryptography.KeyDerivation.KeyDerivation"),
        _ => context.ConfidenceOfValue(access.Expression, Space + "HMAC"),
    };

    private void InspectKey(ExpressionSyntax key, string user, Confidence confidence, DocumentContext context)
    {
        if (ConstantBytes.Of(key, context) is not { } origin || IsEmpty(origin) || IsReportedAsCredential(origin, context)) return;
        // Where the key stands is what must change, however often it is used.
        context.Report(CryptoIds.HardCodedKey, confidence, $"The key for {user} is written into the source", origin.Span);
    }

    private static bool IsEmpty(ExpressionSyntax origin) => origin is LiteralExpressionSyntax { Token.ValueText.Length: 0 };

    private bool IsReportedAsCredential(ExpressionSyntax origin, DocumentContext context)
    {
        if (!credentials.IsCandidate(origin)) return false;
        // It would be asked for the literal in any case, and what it says counts once.
        credentials.Inspect(origin, context);
        return context.Detections.Any(detection => detection.RuleId == RuleIds.Credential && detection.Span == origin.Span);
    }
}
