using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>GB2028: signatures of documents and tokens over MD5 or SHA-1.</summary>
internal sealed class WeakSignatureRule : INodeRule
{
    private static readonly HashSet<string> WeakNames =
    [
        "XmlDsigRSASHA1Url", "XmlDsigDSAUrl", "XmlDsigSHA1Url", "XmlDsigHMACSHA1Url", "RsaSha1Signature", "DsaSha1Signature", "HmacSha1Signature", "Sha1Digest", "RsaMd5Signature",
    ];

    private static readonly HashSet<string> WeakUris =
    [
        "http://www.w3.org/2000/09/xmldsig#rsa-sha1", "http://www.w3.org/2000/09/xmldsig#dsa-sha1", "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
        "http://www.w3.org/2000/09/xmldsig#sha1", "http://www.w3.org/2001/04/xmldsig-more#rsa-md5", "http://www.w3.org/2001/04/xmldsig-more#md5",
    ];

    public bool IsCandidate(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => IsGiven(literal) && IsWeak(literal.Token.ValueText),
        MemberAccessExpressionSyntax access => WeakNames.Contains(access.Name.Identifier.ValueText) && IsGiven(access),
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case MemberAccessExpressionSyntax access:
                var named = context.ConfidenceOfType(
                    access.Expression, "System.Security.Cryptography.Xml.SignedXml", "System.IdentityModel.Tokens.SecurityAlgorithms", "Microsoft.IdentityModel.Tokens.SecurityAlgorithms");
                if (named is { } confidence) Report(confidence, access.Name.Identifier.ValueText);
                break;
            case LiteralExpressionSyntax literal:
                var text = literal.Token.ValueText;
                // "SHA1withRSA" is a name of Bouncy Castle's; elsewhere it may be anything.
                if (WeakUris.Contains(text)) Report(Confidence.Medium, text[(text.IndexOf('#', StringComparison.Ordinal) + 1)..]);
                else if (IsGivenToSigner(literal)) Report(Confidence.Medium, text);
                break;
        }

        void Report(Confidence confidence, string algorithm) =>
            context.Report(CryptoIds.WeakSignature, confidence, $"{algorithm} signs a hash for which collisions can be made", node.Span);
    }

    private static bool IsWeak(string text) => WeakUris.Contains(text)
        || (text.Length is > 6 and < 20 && text.Contains("WITH", StringComparison.OrdinalIgnoreCase)
            && (text.StartsWith("MD5", StringComparison.OrdinalIgnoreCase) || text.StartsWith("SHA1", StringComparison.OrdinalIgnoreCase) || text.StartsWith("SHA-1", StringComparison.OrdinalIgnoreCase)));

    private static bool IsGiven(ExpressionSyntax value) => value.Parent is ArgumentSyntax { Parent: ArgumentListSyntax }
        || (value.Parent is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax or IdentifierNameSyntax } assignment && assignment.Right == value)
        || value.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax };

    private static bool IsGivenToSigner(LiteralExpressionSyntax literal) => literal.Parent is ArgumentSyntax { Parent.Parent: { } call } && call switch
    {
        InvocationExpressionSyntax invocation => Syntax.LastName(invocation.Expression) is "GetSigner" or "SetSignatureAlgorithm",
        ObjectCreationExpressionSyntax creation => Syntax.LastName(creation.Type) is "Asn1SignatureFactory",
        _ => false,
    };
}
