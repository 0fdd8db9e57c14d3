using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3329: local time and universal time in one calculation.</summary>
internal sealed class MixedClocksRule : INodeRule
{
    private enum Clock
    {
        Unknown,
        Local,
        Universal,
    }

    public bool IsCandidate(SyntaxNode node) => node is BinaryExpressionSyntax binary && binary.Kind() is
        SyntaxKind.SubtractExpression or SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.LessThanExpression or
        SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression
        && MayBeMoment(binary.Left) && MayBeMoment(binary.Right);

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var binary = (BinaryExpressionSyntax)node;
        if (context.TypeOf(binary.Left)?.SpecialType != SpecialType.System_DateTime || context.TypeOf(binary.Right)?.SpecialType != SpecialType.System_DateTime) return;
        var (left, right) = (ClockOf(binary.Left, context, 0), ClockOf(binary.Right, context, 0));
        if (left == Clock.Unknown || right == Clock.Unknown || left == right) return;
        var (local, universal) = left == Clock.Local ? (binary.Left, binary.Right) : (binary.Right, binary.Left);
        context.Report(
            CorrectnessIds.MixedClocks, Confidence.Medium, $"{Shown.Of(local)} is local time and {Shown.Of(universal)} universal time: they differ by the offset of the zone", binary.Span);
    }

    private static bool MayBeMoment(ExpressionSyntax operand) =>
        Operands.Inner(operand) is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax;

    private static Clock ClockOf(ExpressionSyntax expression, DocumentContext context, int level)
    {
        // A variable may, in broken code, be made of itself.
        if (level > 5) return Clock.Unknown;
        var origin = VariableUse.OriginOf(expression, context);
        switch (origin)
        {
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Now" or "Today" } access when IsDateTime(access, context):
                return Clock.Local;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "UtcNow" } access when IsDateTime(access, context):
                return Clock.Universal;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToLocalTime" } }:
                return Clock.Local;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToUniversalTime" } }:
                return Clock.Universal;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax callee } when callee.Name.Identifier.ValueText.StartsWith("Add", StringComparison.Ordinal):
                return ClockOf(callee.Expression, context, level + 1);
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Date" } date:
                return ClockOf(date.Expression, context, level + 1);
            default:
                // expiresUtc, StartTimeUtc
                return Syntax.LastName(origin)?.EndsWith("Utc", StringComparison.Ordinal) == true ? Clock.Universal : Clock.Unknown;
        }
    }

    private static bool IsDateTime(MemberAccessExpressionSyntax access, DocumentContext context) =>
        context.SymbolOf(access) is IPropertySymbol { IsStatic: true, ContainingType.SpecialType: SpecialType.System_DateTime };
}
