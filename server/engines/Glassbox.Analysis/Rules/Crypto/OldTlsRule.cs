using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>GB2020: versions of SSL and TLS that can be broken, allowed for a connection.</summary>
internal sealed class OldTlsRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) =>
        node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Ssl2" or "Ssl3" or "Tls" or "Tls11" or "Default" } access
        && Syntax.LastName(access.Expression) is "SslProtocols" or "SecurityProtocolType";

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var access = (MemberAccessExpressionSyntax)node;
        // SecurityProtocolType has no Default; where SystemDefault is meant, all is well.
        if (access.Name.Identifier.ValueText is "Default" && Syntax.LastName(access.Expression) is not "SslProtocols") return;
        if (context.ConfidenceOfType(access.Expression, "System.Security.Authentication.SslProtocols", "System.Net.SecurityProtocolType") is not { } confidence) return;
        SyntaxNode at = access;
        while (at.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseOrExpression }) at = at.Parent;
        if (!IsAllowed(at)) return;
        var old = at.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>().Where(IsCandidate).Select(one => one.Name.Identifier.ValueText).Distinct(StringComparer.Ordinal);
        context.Report(CryptoIds.OldTls, confidence, $"{string.Join(", ", old)} can be broken, and a connection may choose it", at.Span);
    }

    // Set or handed over; "&= ~Ssl3", comparisons and labels take it away or ask for it.
    private static bool IsAllowed(SyntaxNode value) => value.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Right == value
            && assignment.RawKind is (int)SyntaxKind.SimpleAssignmentExpression or (int)SyntaxKind.OrAssignmentExpression,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => Syntax.LastName(call.Expression) is not ("HasFlag" or "Equals"),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax or PropertyDeclarationSyntax } => true,
        ArgumentSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax => true,
        _ => false,
    };
}
