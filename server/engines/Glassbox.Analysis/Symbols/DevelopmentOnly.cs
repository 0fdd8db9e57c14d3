using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Symbols;

/// <summary>Whether code runs on developers' machines alone, as the conditions around it say.</summary>
internal static class DevelopmentOnly
{
    /// <summary>True where a condition, an early return, a method's name or <c>#if DEBUG</c> keeps a node out of production.</summary>
    public static bool Covers(SyntaxNode node)
    {
        for (var at = node; at.Parent is { } parent; at = parent)
        {
            switch (parent)
            {
                case IfStatementSyntax branch when at == branch.Statement && SaysDevelopment(branch.Condition) == true:
                case IfStatementSyntax otherwise when at == otherwise.Else && SaysDevelopment(otherwise.Condition) == false:
                case ConditionalExpressionSyntax choice when at == choice.WhenTrue && SaysDevelopment(choice.Condition) == true:
                case ConditionalExpressionSyntax opposite when at == opposite.WhenFalse && SaysDevelopment(opposite.Condition) == false:
                case BlockSyntax block when LeavesInProduction(block, at):
                    return true;
                case MethodDeclarationSyntax method when IsDevelopmentName(method.Identifier.ValueText):
                    return true;
            }
        }

        return IsInDebugBranch(node);
    }

    // True: only in development. False: only in production. Null: it does not say.
    private static bool? SaysDevelopment(ExpressionSyntax condition)
    {
        switch (condition)
        {
            case ParenthesizedExpressionSyntax inner:
                return SaysDevelopment(inner.Expression);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } negated:
                return !SaysDevelopment(negated.Operand);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both:
                return SaysDevelopment(both.Left) ?? SaysDevelopment(both.Right);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } different:
                return !NamesDevelopment(different);
            default:
                return NamesDevelopment(condition);
        }
    }

    private static bool? NamesDevelopment(ExpressionSyntax condition)
    {
        var text = condition.ToString();
        if (IsDevelopmentName(text)) return true;
        return text.Contains("Production", StringComparison.OrdinalIgnoreCase) || text.Contains("IsProd", StringComparison.OrdinalIgnoreCase) ? false : null;
    }

    private static bool IsDevelopmentName(string text) =>
        text.Contains("Development", StringComparison.OrdinalIgnoreCase) || text.Contains("Debug", StringComparison.OrdinalIgnoreCase)
        || text.Contains("IsDev", StringComparison.OrdinalIgnoreCase) || text.Contains("\"Local\"", StringComparison.OrdinalIgnoreCase);

    // if (!environment.IsDevelopment()) return; before the statement.
    private static bool LeavesInProduction(BlockSyntax block, SyntaxNode statement)
    {
        foreach (var before in block.Statements)
        {
            if (before == statement) return false;
            if (before is not IfStatementSyntax { Else: null } guard || SaysDevelopment(guard.Condition) != false) continue;
            var last = guard.Statement is BlockSyntax { Statements: [.., var end] } ? end : guard.Statement;
            if (last is ReturnStatementSyntax or ThrowStatementSyntax) return true;
        }

        return false;
    }

    private static bool IsInDebugBranch(SyntaxNode node)
    {
        var root = node.SyntaxTree.GetRoot();
        if (!root.ContainsDirectives) return false;
        for (var directive = root.GetFirstDirective(); directive is not null && directive.SpanStart < node.SpanStart; directive = directive.GetNextDirective())
        {
            if (directive is not IfDirectiveTriviaSyntax { BranchTaken: true } start || start.Condition.ToString() != "DEBUG") continue;
            var parts = start.GetRelatedDirectives();
            var index = parts.FindIndex(part => part.SpanStart == start.SpanStart);
            if (index >= 0 && index + 1 < parts.Count && node.SpanStart < parts[index + 1].SpanStart) return true;
        }

        return false;
    }
}
