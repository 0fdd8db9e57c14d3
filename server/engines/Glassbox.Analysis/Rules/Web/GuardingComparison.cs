using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>Where a value is compared with a constant, and what comes of it is decided by that.</summary>
internal static class GuardingComparison
{
    private static readonly HashSet<string> Steps =
    [
        "ToString", "Value", "Host", "Trim", "ToLower", "ToUpper", "ToLowerInvariant", "ToUpperInvariant", "MapToIPv4", "MapToIPv6", "AbsoluteUri", "AbsolutePath",
        "OriginalString", "Authority", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Result",
    ];

    /// <summary>The comparison, reached through variables of the same member; null where there is none, or nothing depends on it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="countsNull">Whether asking if there is a value at all counts.</param>
    /// <param name="context">The document.</param>
    public static ExpressionSyntax? Of(ExpressionSyntax value, bool countsNull, DocumentContext context) => Of(value, countsNull, context, 3);

    /// <summary>True where a condition, or a result that says yes or no, depends on an expression.</summary>
    public static bool Decides(SyntaxNode comparison)
    {
        var at = comparison;
        while (at.Parent is ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression }) at = at.Parent;
        return at.Parent switch
        {
            IfStatementSyntax branch => branch.Condition == at,
            ConditionalExpressionSyntax choice => choice.Condition == at,
            ReturnStatementSyntax or ArrowExpressionClauseSyntax => true,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax } => true,
            AssignmentExpressionSyntax assignment => assignment.Right == at,
            _ => false,
        };
    }

    private static ExpressionSyntax? Of(ExpressionSyntax value, bool countsNull, DocumentContext context, int steps)
    {
        if (steps == 0) return null;
        ExpressionSyntax at = value;
        while (true)
        {
            switch (at.Parent)
            {
                case ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax or AwaitExpressionSyntax:
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression or (int)SyntaxKind.AsExpression }:
                    at = (ExpressionSyntax)at.Parent;
                    continue;
                case ConditionalAccessExpressionSyntax conditional when conditional.Expression == at:
                    at = conditional;
                    // address?.Equals("…"): the call stands inside.
                    if (conditional.WhenNotNull is InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } asked && IsComparison(binding.Name.Identifier.ValueText))
                        return Guarding(asked, countsNull, context);
                    continue;
                case ConditionalAccessExpressionSyntax conditional:
                    at = conditional;
                    continue;
                case MemberAccessExpressionSyntax access when access.Expression == at:
                    var name = access.Name.Identifier.ValueText;
                    if (access.Parent is InvocationExpressionSyntax invoked && IsComparison(name)) return Guarding(invoked, countsNull, context);
                    if (!Steps.Contains(name)) return null;
                    at = access.Parent as InvocationExpressionSyntax ?? (ExpressionSyntax)access;
                    continue;
                case ElementAccessExpressionSyntax element when element.Expression == at:
                    at = element;
                    continue;
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } when Syntax.LastName(call.Expression) is "Equals":
                    return Guarding(call, countsNull, context);
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison:
                    return IsConstant(comparison.Left == at ? comparison.Right : comparison.Left, countsNull, context) && Decides(comparison) ? comparison : null;
                case IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax constant } matched:
                    return IsConstant(constant.Expression, countsNull, context) && Decides(matched) ? matched : null;
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }:
                    return OfVariable(variable, countsNull, context, steps - 1);
                default:
                    return null;
            }
        }
    }

    private static ExpressionSyntax? OfVariable(VariableDeclaratorSyntax variable, bool countsNull, DocumentContext context, int steps)
    {
        foreach (var use in Syntax.BodyOf(variable).DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (use.Identifier.ValueText != variable.Identifier.ValueText || variable.Span.Contains(use.Span)) continue;
            if (use.Parent is MemberAccessExpressionSyntax access && access.Name == use) continue;
            if (Of(use, countsNull, context, steps) is { } found) return found;
        }

        return null;
    }

    private static bool IsComparison(string name) => name is "Equals" or "StartsWith" or "EndsWith" or "Contains";

    private static ExpressionSyntax? Guarding(InvocationExpressionSyntax call, bool countsNull, DocumentContext context)
    {
        // "address?.Equals(…) == true" and "address?.Equals(…) ?? false" say the same.
        ExpressionSyntax outermost = call;
        while (outermost.Parent is ConditionalAccessExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.CoalesceExpression }) outermost = (ExpressionSyntax)outermost.Parent;
        return call.ArgumentList.Arguments.Any(argument => IsConstant(argument.Expression, countsNull, context)) && Decides(outermost) ? call : null;
    }

    // The own machine is no stranger; an empty text only asks whether there is a value.
    private static bool IsConstant(ExpressionSyntax expression, bool countsNull, DocumentContext context)
    {
        if (expression.IsKind(SyntaxKind.NullLiteralExpression)) return countsNull;
        var origin = context.OriginOf(expression);
        if (origin is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var address }] } parse && Syntax.LastName(parse.Expression) is "Parse") origin = address;
        return context.ConstantOf(origin) switch
        {
            string text => text.Length > 0 && text is not ("127.0.0.1" or "::1" or "localhost" or "/"),
            bool => true,
            _ => false,
        };
    }
}
