using System.Globalization;
using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>GB2026: password rules that allow fewer than eight characters.</summary>
internal sealed class WeakPasswordRule : INodeRule
{
    private const int LeastLength = 8;

    private static readonly string[] Owners = ["Microsoft.AspNetCore.Identity.PasswordOptions", "Microsoft.AspNet.Identity.PasswordValidator"];

    public bool IsCandidate(SyntaxNode node) =>
        node is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && Syntax.LastName(assignment.Left) is "RequiredLength";

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var assignment = (AssignmentExpressionSyntax)node;
        if (context.NumberOf(assignment.Right) is not { } length || length >= LeastLength || DevelopmentOnly.Covers(node)) return;
        // options.Password.RequiredLength where nothing binds.
        var isWritten = assignment.Left is MemberAccessExpressionSyntax access && Syntax.LastName(access.Expression) is "Password"
            && context.Model.GetSymbolInfo(assignment.Left, context.CancellationToken).Symbol is null;
        if ((context.ConfidenceOfSetting(assignment, Owners) ?? (isWritten ? Confidence.Low : (Confidence?)null)) is not { } confidence) return;
        context.Report(
            CryptoIds.WeakPasswordRules, confidence,
            string.Create(CultureInfo.InvariantCulture, $"Passwords of {length} characters are allowed; {LeastLength} is the least"), assignment.Span);
    }
}
