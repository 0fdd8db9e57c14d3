using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>What a catch clause catches, and what becomes of it.</summary>
internal static class Catching
{
    /// <summary>True for a clause that catches every failure.</summary>
    public static bool IsGeneral(CatchClauseSyntax clause) =>
        clause.Filter is null && (clause.Declaration is null || Syntax.LastName(clause.Declaration.Type) is "Exception" or "SystemException");

    /// <summary>True for a body that hands no failure on: all of it stands in a try that catches everything.</summary>
    public static bool HandlesAll(SyntaxNode? body) =>
        body is BlockSyntax { Statements: [.., TryStatementSyntax attempt] } block
        && block.Statements.Take(block.Statements.Count - 1).All(IsHarmless)
        && attempt.Catches.Any(clause => IsGeneral(clause) && !clause.Block.DescendantNodes().Any(node => node is ThrowStatementSyntax or ThrowExpressionSyntax));

    private static bool IsHarmless(StatementSyntax statement) =>
        statement is LocalDeclarationStatementSyntax && !statement.DescendantNodes().Any(node => node is InvocationExpressionSyntax or AwaitExpressionSyntax);
}
