using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>GB2022: tokens that are believed without being checked.</summary>
internal sealed class JwtRule : INodeRule
{
    private static readonly string[] Parameters = ["Microsoft.IdentityModel.Tokens.TokenValidationParameters", "System.IdentityModel.Tokens.TokenValidationParameters"];

    private static readonly HashSet<string> Checks =
        ["ValidateIssuerSigningKey", "ValidateLifetime", "ValidateAudience", "ValidateIssuer", "RequireSignedTokens", "RequireExpirationTime"];

    private static readonly HashSet<string> Validators =
        ["SignatureValidator", "SignatureValidatorUsingConfiguration", "IssuerSigningKeyValidator", "LifetimeValidator", "AudienceValidator"];

    public bool IsCandidate(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment =>
            Syntax.LastName(assignment.Left) is { } name && (Checks.Contains(name) || Validators.Contains(name)),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.Identifier.ValueText is "DoNotVerifySignature" or "WithVerifySignature" or "Decode" or "DecodeToObject",
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "none" or "None" } access =>
            Syntax.LastName(access.Expression) is "JwsAlgorithm" or "SecurityAlgorithms" && access.Parent is ArgumentSyntax or AssignmentExpressionSyntax or EqualsValueClauseSyntax,
        ObjectCreationExpressionSyntax creation => Syntax.LastName(creation.Type) is "NoneAlgorithm",
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case AssignmentExpressionSyntax assignment when context.ConfidenceOfSetting(assignment, Parameters) is { } confidence:
                if (Checks.Contains(Syntax.LastName(assignment.Left)!)) InspectCheck(assignment, confidence, context);
                else InspectValidator(assignment, confidence, context);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call:
                InspectCall(call, access.Name.Identifier.ValueText, context);
                break;
            case MemberAccessExpressionSyntax access when context.ConfidenceOfType(access.Expression, "Jose.JwsAlgorithm", "Microsoft.IdentityModel.Tokens.SecurityAlgorithms") is { } confidence:
                context.Report(CryptoIds.JwtNotValidated, confidence, $"{access} makes tokens without a signature", access.Span);
                break;
            case ObjectCreationExpressionSyntax creation when context.ConfidenceOfType(creation.Type, "JWT.Algorithms.NoneAlgorithm") is { } confidence:
                context.Report(CryptoIds.JwtNotValidated, confidence, "NoneAlgorithm makes tokens without a signature", creation.Span);
                break;
        }
    }

    // All that is switched off for one set of parameters is one finding, at the first of them.
    private static void InspectCheck(AssignmentExpressionSyntax assignment, Confidence confidence, DocumentContext context)
    {
        if (!IsOff(assignment, context) || DevelopmentOnly.Covers(assignment)) return;
        var off = Creations.SettingsBeside(assignment).Where(other => Checks.Contains(Syntax.LastName(other.Left) ?? "") && IsOff(other, context))
            .DistinctBy(other => other.SpanStart).OrderBy(other => other.SpanStart).ToList();
        if (off.Count > 0 && off[0].SpanStart < assignment.SpanStart) return;
        var names = off.Select(other => Syntax.LastName(other.Left)!).DefaultIfEmpty(Syntax.LastName(assignment.Left)!);
        context.Report(CryptoIds.JwtNotValidated, confidence, $"Tokens are believed although {string.Join(", ", names)} is switched off", assignment.Span);
    }

    private static bool IsOff(AssignmentExpressionSyntax assignment, DocumentContext context) =>
        context.IsFalse(assignment.Right) && !(Syntax.LastName(assignment.Left) is "ValidateLifetime" && ReadsExpiredTokens(assignment));

    // Renewing a token begins with reading the one that has expired.
    private static bool ReadsExpiredTokens(SyntaxNode node) =>
        Syntax.BodyOf(node) is MethodDeclarationSyntax method
        && (method.Identifier.ValueText.Contains("Expired", StringComparison.OrdinalIgnoreCase) || method.Identifier.ValueText.Contains("Refresh", StringComparison.OrdinalIgnoreCase));

    private static void InspectValidator(AssignmentExpressionSyntax assignment, Confidence confidence, DocumentContext context)
    {
        var name = Syntax.LastName(assignment.Left)!;
        var accepts = name.StartsWith("Signature", StringComparison.Ordinal) ? OnlyReads(assignment.Right, context) : context.AlwaysSaysTrue(assignment.Right);
        if (accepts && !DevelopmentOnly.Covers(assignment)) context.Report(CryptoIds.JwtNotValidated, confidence, $"{name} takes any token", assignment.Span);
    }

    // (token, parameters) => new JwtSecurityToken(token)
    private static bool OnlyReads(ExpressionSyntax validator, DocumentContext context)
    {
        if (context.BodyOf(validator) is not { } body) return false;
        var reads = false;
        foreach (var node in body.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case ThrowStatementSyntax or ThrowExpressionSyntax:
                    return false;
                case BaseObjectCreationExpressionSyntax creation when Syntax.LastName(Creations.TypeOf(creation)) is "JwtSecurityToken" or "JsonWebToken":
                    reads = true;
                    break;
                case InvocationExpressionSyntax call:
                    var name = Syntax.LastName(call.Expression) ?? "";
                    if (name.Contains("Valid", StringComparison.Ordinal) || name.Contains("Verif", StringComparison.Ordinal) || name.Contains("Equal", StringComparison.Ordinal)) return false;
                    reads |= name is "ReadJwtToken" or "ReadToken" or "ReadJsonWebToken";
                    break;
            }
        }

        return reads;
    }

    private static void InspectCall(InvocationExpressionSyntax call, string name, DocumentContext context)
    {
        var isOff = name switch
        {
            "DoNotVerifySignature" => true,
            "WithVerifySignature" => call.ArgumentList.Arguments is [{ Expression: var verify }] && context.IsFalse(verify),
            _ => context.ArgumentFor(call, "verify") is { } given && context.IsFalse(given),
        };
        if (!isOff) return;
        var symbol = context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol;
        if (symbol is not null && symbol.ContainingNamespace?.IsInOrBelow("JWT") != true) return;
        if (symbol is null && !context.Usings.Any(space => space.StartsWith("JWT", StringComparison.Ordinal))) return;
        context.Report(CryptoIds.JwtNotValidated, symbol is null ? Confidence.Medium : Confidence.High, $"{name} reads a token without checking its signature", call.Span);
    }
}
