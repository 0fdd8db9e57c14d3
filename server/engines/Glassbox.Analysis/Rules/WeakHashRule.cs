using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules;

/// <summary>GB2002: hashes for which collisions can be made.</summary>
internal sealed class WeakHashRule : INodeRule
{
    // HMACSHA1 is left out: a keyed hash does not rest on collisions, and one-time passwords are defined with it.
    private static readonly HashSet<string> Weak =
    [
        "MD5", "SHA1", "MD5CryptoServiceProvider", "SHA1CryptoServiceProvider", "SHA1Managed", "MD5Cng", "SHA1Cng", "HMACMD5",
        "RIPEMD160", "RIPEMD160Managed",
    ];

    public bool IsCandidate(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call =>
            Weak.Contains(Syntax.LastName(access.Expression) ?? "") || CreatesByName(access, call) is not null,
        ObjectCreationExpressionSyntax creation => Weak.Contains(Syntax.LastName(creation.Type) ?? ""),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "MD5" or "SHA1" } access => Syntax.LastName(access.Expression) == "HashAlgorithmName",
        // Handed over as a method.
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Create" or "HashData", Parent: not (InvocationExpressionSyntax or MemberAccessExpressionSyntax) } access => Weak.Contains(Syntax.LastName(access.Expression) ?? ""),
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var (type, shown) = node switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call when CreatesByName(access, call) is { } named =>
                (access.Expression, $"{Syntax.LastName(access.Expression)}.{access.Name.Identifier.ValueText}(\"{named}\")"),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } =>
                (access.Expression, $"{Syntax.LastName(access.Expression)}.{access.Name.Identifier.ValueText}"),
            ObjectCreationExpressionSyntax creation => ((SyntaxNode)creation.Type, $"new {Syntax.LastName(creation.Type)}"),
            MemberAccessExpressionSyntax access => (access.Expression, access.ToString()),
            _ => (node, node.ToString()),
        };
        if (Cryptography.ConfidenceOf(type, context) is { } confidence)
            context.Report(RuleIds.WeakHash, confidence, $"{shown} is a hash for which collisions can be made", node.Span);
    }

    // HashAlgorithm.Create("SHA1"), CryptoConfig.CreateFromName("System.Security.Cryptography.MD5"): full names and those of the web standards, too.
    private static string? CreatesByName(MemberAccessExpressionSyntax access, InvocationExpressionSyntax call)
    {
        var creates = (access.Name.Identifier.ValueText, Syntax.LastName(access.Expression)) is ("Create", "HashAlgorithm" or "KeyedHashAlgorithm" or "HMAC") or ("CreateFromName", "CryptoConfig");
        if (!creates) return null;
        // Without a name it is SHA-1.
        if (call.ArgumentList.Arguments.Count == 0) return Syntax.LastName(access.Expression) == "HashAlgorithm" ? "SHA1" : null;
        if (call.ArgumentList.Arguments is not [{ Expression: LiteralExpressionSyntax { Token.Value: string name } }, ..]) return null;
        var last = name[(name.AsSpan().LastIndexOfAny(".#") + 1)..];
        return last.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant() is "MD5" or "SHA1" or "SHA" or "HMACMD5" or "RIPEMD160" or "HASHALGORITHM" or "MD5CRYPTOSERVICEPROVIDER" or "SHA1CRYPTOSERVICEPROVIDER" or "SHA1MANAGED" or "SHA1CNG" or "MD5CNG"
            ? name
            : null;
    }
}
