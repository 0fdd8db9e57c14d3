using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>GB2014: salts that are the same for every password.</summary>
internal sealed class ConstantSaltRule : INodeRule
{
    private static readonly string[] SaltOwners =
    [
        "System.Security.Cryptography.Rfc2898DeriveBytes", "System.Security.Cryptography.PasswordDeriveBytes",
        "Konscious.Security.Cryptography.Argon2", "Konscious.Security.Cryptography.Argon2id", "Konscious.Security.Cryptography.Argon2i",
    ];

    public bool IsCandidate(SyntaxNode node) => node switch
    {
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 1 } creation => Syntax.LastName(Creations.TypeOf(creation)) is "Rfc2898DeriveBytes" or "PasswordDeriveBytes",
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments.Count: > 1 } => access.Name.Identifier.ValueText is "Pbkdf2" or "HashPassword",
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => Syntax.LastName(assignment.Left) is "Salt",
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var (salt, confidence) = node switch
        {
            BaseObjectCreationExpressionSyntax creation when Creations.TypeOf(creation) is { } type =>
                (context.ArgumentFor(creation, "salt", 1) ?? context.ArgumentFor(creation, "rgbSalt", 1), context.ConfidenceOfType(type, SaltOwners)),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Pbkdf2" } access } call =>
                (context.ArgumentFor(call, "salt", 1), context.ConfidenceOfValue(access.Expression, Iterations.Pbkdf2Owners)),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call =>
                (context.ArgumentFor(call, "salt", 1), context.ConfidenceOfValue(access.Expression, "BCrypt.Net.BCrypt")),
            AssignmentExpressionSyntax assignment => (assignment.Right, context.ConfidenceOfSetting(assignment, SaltOwners)),
            _ => (null, null),
        };
        if (salt is null || confidence is not { } sure || ConstantBytes.Of(salt, context) is not { } origin) return;
        context.Report(CryptoIds.ConstantSalt, sure, "This salt is the same for every password", origin.Span);
    }
}
