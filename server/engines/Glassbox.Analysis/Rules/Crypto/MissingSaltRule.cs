using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>GB2015: passwords put into a plain hash, with nothing that makes equal ones differ.</summary>
internal sealed class MissingSaltRule : INodeRule
{
    private const string Space = "System.Security.Cryptography.";

    // MD5 and SHA-1 are reported as what they are.
    private static readonly string[] Hashes = [Space + "SHA256", Space + "SHA384", Space + "SHA512", Space + "SHA3_256", Space + "SHA3_384", Space + "SHA3_512"];

    public bool IsCandidate(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HashData" or "ComputeHash" or "TryHashData" or "TryComputeHash" }, ArgumentList.Arguments.Count: > 0 };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var call = (InvocationExpressionSyntax)node;
        if (PasswordIn(call.ArgumentList.Arguments[0].Expression, context) is not { } password) return;
        if (context.ConfidenceOfValue(((MemberAccessExpressionSyntax)call.Expression).Expression, Hashes) is null || MentionsSalt(call)) return;
        context.Report(CryptoIds.MissingSalt, Confidence.Medium, $"'{password}' is hashed without a salt, so equal passwords have equal hashes", call.Span);
    }

    // The bytes of the password and of nothing else.
    private static string? PasswordIn(ExpressionSyntax hashed, DocumentContext context)
    {
        if (context.OriginOf(hashed) is not InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var text }] } bytes || Syntax.LastName(bytes.Expression) is not "GetBytes") return null;
        var bare = Syntax.Bare(text);
        return bare is IdentifierNameSyntax or MemberAccessExpressionSyntax && Syntax.LastName(bare) is { } name && NameWords.IsPassword(name) ? name : null;
    }

    private static bool MentionsSalt(SyntaxNode call) => Syntax.BodyOf(call).DescendantTokens().Any(token =>
        token.ValueText.Contains("salt", StringComparison.OrdinalIgnoreCase) || token.ValueText.Contains("pepper", StringComparison.OrdinalIgnoreCase)
        || token.ValueText.Contains("nonce", StringComparison.OrdinalIgnoreCase) || token.ValueText.Contains("challenge", StringComparison.OrdinalIgnoreCase));
}
