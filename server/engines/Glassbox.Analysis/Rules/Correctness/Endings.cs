using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>Which statements follow one another.</summary>
internal static class Endings
{
    /// <summary>True where nothing after a statement runs.</summary>
    public static bool Leaves(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax => true,
        YieldStatementSyntax => statement.IsKind(SyntaxKind.YieldBreakStatement),
        BlockSyntax block => block.Statements.Any(Leaves),
        IfStatementSyntax { Else: { } otherwise } choice => Leaves(choice.Statement) && Leaves(otherwise.Statement),
        LockStatementSyntax guarded => Leaves(guarded.Statement),
        UsingStatementSyntax resource => Leaves(resource.Statement),
        _ => false,
    };

    /// <summary>The statements of the same list, the statement itself among them.</summary>
    public static IReadOnlyList<StatementSyntax> Beside(StatementSyntax statement)
    {
        if (statement.Parent is BlockSyntax block) return block.Statements;
        if (statement.Parent is SwitchSectionSyntax section) return section.Statements;
        if (statement.Parent is GlobalStatementSyntax { Parent: CompilationUnitSyntax unit })
            return unit.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement).ToList();
        return [statement];
    }

    /// <summary>The statements of a block, or the one statement that stands in its place.</summary>
    public static IReadOnlyList<StatementSyntax> Inside(StatementSyntax statement)
    {
        if (statement is BlockSyntax block) return block.Statements;
        return [statement];
    }

    /// <summary>The statements that follow one in its list.</summary>
    public static IEnumerable<StatementSyntax> After(StatementSyntax statement) =>
        Beside(statement).SkipWhile(other => other != statement).Skip(1);

    /// <summary>The statements before one in its list, the nearest first.</summary>
    public static IEnumerable<StatementSyntax> Before(StatementSyntax statement) =>
        Beside(statement).TakeWhile(other => other != statement).Reverse();

    /// <summary>The loop around a node, within its function.</summary>
    public static StatementSyntax? LoopAround(SyntaxNode node)
    {
        for (var at = node.Parent; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case ForStatementSyntax loop when !loop.Statement.Span.Contains(node.Span):
                case CommonForEachStatementSyntax each when !each.Statement.Span.Contains(node.Span):
                    continue;
                case ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax:
                    return (StatementSyntax)at;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>True where control is sure to leave the loop soon after a statement of it.</summary>
    public static bool LeavesLoopAfter(SyntaxNode node, StatementSyntax loop)
    {
        for (var at = node; at is not null && at != loop; at = at.Parent)
        {
            if (at is StatementSyntax statement && (LeavesLoop(statement) || After(statement).Any(LeavesLoop))) return true;
            // if (all.Remove(one)) break;
            if (at.Parent is IfStatementSyntax branch && branch.Condition == at && Leaves(branch.Statement)) return true;
        }

        return false;
    }

    private static bool LeavesLoop(StatementSyntax statement) =>
        statement is BreakStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax or GotoStatementSyntax;
}
