using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>How long from now a time or a time span lasts.</summary>
internal static class Lifetimes
{
    /// <summary>A login that lasts longer than this, in days, outlives the computer it was made on too often.</summary>
    public const double LongestDays = 30;

    private const double DaysOfYear = 365;
    private const double DaysOfMonth = 30;

    /// <summary>True where a value is known, and lasts too long for what lets somebody in.</summary>
    public static bool IsTooLong(ExpressionSyntax value, DocumentContext context) => DaysOf(value, context, 4) is > LongestDays;

    private static double? DaysOf(ExpressionSyntax value, DocumentContext context, int steps)
    {
        if (steps == 0) return null;
        switch (context.OriginOf(value))
        {
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "MaxValue" } access when Syntax.LastName(access.Expression) is "DateTime" or "DateTimeOffset" or "TimeSpan":
                return double.PositiveInfinity;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                return DaysOf(sum.Right, context, steps - 1);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments: [{ Expression: var amount }, ..] }:
                var name = access.Name.Identifier.ValueText;
                if (name is "Add" && StartsNow(access.Expression)) return DaysOf(amount, context, steps - 1);
                if (name.StartsWith("From", StringComparison.Ordinal) ? Syntax.LastName(access.Expression) is not "TimeSpan" : !StartsNow(access.Expression)) return null;
                return context.NumberOf(amount) is { } number ? number * UnitOf(name) : null;
            case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var days }, _, _, _, ..] } creation when Syntax.LastName(Creations.TypeOf(creation)) is "TimeSpan":
                return context.NumberOf(days);
            case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var hours }, _, _] } creation when Syntax.LastName(Creations.TypeOf(creation)) is "TimeSpan":
                return context.NumberOf(hours) / 24;
            default:
                return null;
        }
    }

    private static double? UnitOf(string name) => name switch
    {
        "AddYears" => DaysOfYear,
        "AddMonths" => DaysOfMonth,
        "AddDays" or "FromDays" => 1,
        "AddHours" or "FromHours" => 1.0 / 24,
        "AddMinutes" or "FromMinutes" => 1.0 / 24 / 60,
        "AddSeconds" or "FromSeconds" => 1.0 / 24 / 60 / 60,
        _ => null,
    };

    private static bool StartsNow(ExpressionSyntax time) => Syntax.LastName(time) is "Now" or "UtcNow" or "Today" or "GetUtcNow" or "GetLocalNow" or "now" or "utcNow";
}
