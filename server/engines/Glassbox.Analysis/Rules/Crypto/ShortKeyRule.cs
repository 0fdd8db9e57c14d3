using System.Globalization;
using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>GB2017: keys of RSA and DSA below 2048 bits, elliptic curves below 224.</summary>
internal sealed class ShortKeyRule : INodeRule
{
    private const int FewestBits = 2048;
    private const string Space = "System.Security.Cryptography.";

    private static readonly string[] Owners = [Space + "RSA", Space + "DSA"];

    private static readonly HashSet<string> ShortCurves =
    [
        "secp112r1", "secp112r2", "secp128r1", "secp128r2", "secp160k1", "secp160r1", "secp160r2", "secp192k1", "secp192r1", "nistP192", "prime192v1",
        "brainpoolP160r1", "brainpoolP160t1", "brainpoolP192r1", "brainpoolP192t1", "sect113r1", "sect131r1", "sect163k1", "sect163r1", "sect163r2",
    ];

    public bool IsCandidate(SyntaxNode node) => node switch
    {
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } creation => Syntax.LastName(Creations.TypeOf(creation)) is
            "RSACryptoServiceProvider" or "RSACng" or "RSAOpenSsl" or "DSACryptoServiceProvider" or "DSACng" or "DSAOpenSsl" or "RsaKeyGenerationParameters",
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments.Count: > 0 } =>
            access.Name.Identifier.ValueText is "CreateFromFriendlyName" or "CreateFromValue"
            || (access.Name.Identifier.ValueText is "Create" && Syntax.LastName(access.Expression) is "RSA" or "DSA"),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => Syntax.LastName(assignment.Left) is "KeySize",
        MemberAccessExpressionSyntax access => ShortCurves.Contains(access.Name.Identifier.ValueText) && Syntax.LastName(access.Expression) is "NamedCurves",
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case BaseObjectCreationExpressionSyntax creation when Creations.TypeOf(creation) is { } type:
                if (context.ConfidenceOfType(type, Owners) is { } bound) InspectSize(creation.ArgumentList!.Arguments[0].Expression, Syntax.LastName(type)!, bound, creation, context);
                else if (context.ConfidenceOfType(type, "Org.BouncyCastle.Crypto.Parameters.RsaKeyGenerationParameters") is { } written && creation.ArgumentList!.Arguments is [_, _, { Expression: var strength }, ..])
                    InspectSize(strength, "RSA", written, creation, context);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Create" } access } call:
                if (context.ConfidenceOfType(access.Expression, Owners) is { } sure) InspectSize(call.ArgumentList.Arguments[0].Expression, Syntax.LastName(access.Expression)!, sure, call, context);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call:
                if (context.ConfidenceOfType(access.Expression, Space + "ECCurve") is { } ofCurve && context.TextOf(call.ArgumentList.Arguments[0].Expression) is { } curve && ShortCurves.Contains(curve))
                    ReportCurve(curve, ofCurve, call, context);
                break;
            case AssignmentExpressionSyntax assignment when context.ConfidenceOfSetting(assignment, Owners) is { } confidence:
                InspectSize(assignment.Right, assignment.Left.ToString(), confidence, assignment, context);
                break;
            case MemberAccessExpressionSyntax access when Cryptography.ConfidenceOf(access.Expression, context) is { } confidence:
                ReportCurve(access.Name.Identifier.ValueText, confidence, access, context);
                break;
        }
    }

    // Small numbers are flags or kinds of provider, not sizes.
    private static void InspectSize(ExpressionSyntax size, string user, Confidence confidence, SyntaxNode place, DocumentContext context)
    {
        if (context.NumberOf(size) is not { } bits || bits >= FewestBits || bits < 256) return;
        context.Report(CryptoIds.ShortKey, confidence, string.Create(CultureInfo.InvariantCulture, $"A key of {bits} bits is too short for {user}; {FewestBits} is the least"), place.Span);
    }

    private static void ReportCurve(string curve, Confidence confidence, SyntaxNode place, DocumentContext context) =>
        context.Report(CryptoIds.ShortKey, confidence, $"The curve {curve} gives less than the strength of 112 bits that is the least today", place.Span);
}
