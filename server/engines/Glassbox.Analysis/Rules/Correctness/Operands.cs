using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>Whether expressions say the same, and whether asking them twice gives the same.</summary>
internal static class Operands
{
    // Properties that give another value each time they are read.
    private static readonly HashSet<string> Moving =
        ["Now", "UtcNow", "Today", "TickCount", "TickCount64", "Elapsed", "ElapsedMilliseconds", "ElapsedTicks", "Current", "Next"];

    // Calls that only look.
    private static readonly HashSet<string> Questions =
    [
        "IsNullOrEmpty", "IsNullOrWhiteSpace", "StartsWith", "EndsWith", "Contains", "ContainsKey", "Equals", "HasFlag",
        "IsDigit", "IsLetter", "IsLetterOrDigit", "IsWhiteSpace", "IsUpper", "IsLower", "Any",
    ];

    /// <summary>True where two nodes are written alike, white space and comments aside.</summary>
    public static bool Same(SyntaxNode left, SyntaxNode right) =>
        left.RawKind == right.RawKind && !left.ContainsDiagnostics && !right.ContainsDiagnostics && SyntaxFactory.AreEquivalent(left, right);

    /// <summary>An expression without the parentheses around it.</summary>
    public static ExpressionSyntax Inner(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized) expression = parenthesized.Expression;
        return expression;
    }

    /// <summary>True where reading an expression changes nothing and gives the same again.</summary>
    public static bool IsPlain(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or LiteralExpressionSyntax or ThisExpressionSyntax or BaseExpressionSyntax or PredefinedTypeSyntax => true,
        ParenthesizedExpressionSyntax parenthesized => IsPlain(parenthesized.Expression),
        CastExpressionSyntax cast => IsPlain(cast.Expression),
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } access => !Moving.Contains(name.Identifier.ValueText) && IsPlain(access.Expression),
        ElementAccessExpressionSyntax access => IsPlain(access.Expression) && ArePlain(access.ArgumentList),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax callee } call =>
            Questions.Contains(callee.Name.Identifier.ValueText) && IsPlain(callee.Expression) && ArePlain(call.ArgumentList),
        PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.LogicalNotExpression or SyntaxKind.UnaryMinusExpression
            or SyntaxKind.UnaryPlusExpression or SyntaxKind.BitwiseNotExpression && IsPlain(prefix.Operand),
        BinaryExpressionSyntax binary => IsPlain(binary.Left) && IsPlain(binary.Right),
        IsPatternExpressionSyntax test => IsPlain(test.Expression) && !test.Pattern.DescendantNodesAndSelf().Any(node => node is VariableDesignationSyntax),
        _ => false,
    };

    /// <summary>The operands of a chain of one operator from left to right, parentheses aside.</summary>
    public static List<ExpressionSyntax> ChainOf(BinaryExpressionSyntax top)
    {
        var operands = new List<ExpressionSyntax>();
        Add(top);
        return operands;

        void Add(ExpressionSyntax expression)
        {
            var inner = Inner(expression);
            if (inner is BinaryExpressionSyntax binary && binary.RawKind == top.RawKind)
            {
                Add(binary.Left);
                Add(binary.Right);
            }
            else
            {
                operands.Add(inner);
            }
        }
    }

    /// <summary>True where a node is not itself an operand of the same operator.</summary>
    public static bool IsTopOfChain(BinaryExpressionSyntax binary)
    {
        var parent = binary.Parent;
        while (parent is ParenthesizedExpressionSyntax) parent = parent.Parent;
        return parent?.RawKind != binary.RawKind;
    }

    private static bool ArePlain(BaseArgumentListSyntax arguments)
    {
        foreach (var argument in arguments.Arguments)
        {
            if (argument.RefKindKeyword.RawKind != 0 || !IsPlain(argument.Expression)) return false;
        }

        return true;
    }
}
