using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Rules.Correctness;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Concurrency;

/// <summary>GB3204: a check before a lock that lets others see what is not finished, or that is not repeated within.</summary>
internal sealed class DoubleCheckedLockingRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node is IfStatementSyntax { Else: null } branch && LockIn(branch.Statement) is not null && TestedBy(branch.Condition) is not null;

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var outer = (IfStatementSyntax)node;
        if (LockIn(outer.Statement) is not { } guarded || TestedBy(outer.Condition) is not { } tested) return;
        if (context.SymbolOf(tested) is not IFieldSymbol field) return;
        var statements = Endings.Inside(guarded.Statement);
        var again = statements.OfType<IfStatementSyntax>().FirstOrDefault(branch => Mentions(branch.Condition, field, context));
        if (again is null)
        {
            // To raise a flag twice is harmless, unless something is done with it.
            if (IsFlag(field) && statements.Count == 1) return;
            if (statements.FirstOrDefault(statement => AssignmentTo(statement, field, context) is not null) is { } unguarded)
                Report(unguarded, $"Those who waited for the lock set '{field.Name}' again: it must be tested once more within");
            return;
        }

        if (TestedBy(again.Condition) is null) return;
        var filled = Endings.Inside(again.Statement);
        for (var at = 0; at < filled.Count; at++)
        {
            if (AssignmentTo(filled[at], field, context) is null) continue;
            var rest = filled.Skip(at + 1).ToList();
            if (IsFlag(field) ? rest.Exists(IsWork) : rest.Exists(statement => Changes(statement, field, context)))
                Report(filled[at], $"Others see '{field.Name}' set while what it stands for is not finished");
            else if (!field.IsVolatile && field.Type.IsValueType)
                Report(outer.Condition, $"'{field.Name}' is read without a lock and is not volatile, so that others may see it before what it stands for");
            return;
        }

        void Report(SyntaxNode place, string says) => context.Report(ConcurrencyIds.DoubleCheckedLocking, Confidence.Medium, says, place.Span);
    }

    private static LockStatementSyntax? LockIn(StatementSyntax statement) => Endings.Inside(statement) is [LockStatementSyntax only] ? only : null;

    // x == null and !done.
    private static ExpressionSyntax? TestedBy(ExpressionSyntax condition) => Operands.Inner(condition) switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: IdentifierNameSyntax or MemberAccessExpressionSyntax } negation => negation.Operand,
        var other => NullTests.Of(other) is { IsNull: true, Value: IdentifierNameSyntax or MemberAccessExpressionSyntax } test ? test.Value : null,
    };

    private static bool Mentions(SyntaxNode node, IFieldSymbol field, DocumentContext context) => VariableUse.MentionsOf(field, node, context).Any();

    private static AssignmentExpressionSyntax? AssignmentTo(StatementSyntax statement, IFieldSymbol field, DocumentContext context) =>
        statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } && Mentions(assignment.Left, field, context)
            ? assignment
            : null;

    private static bool IsFlag(IFieldSymbol field) => field.Type.SpecialType == SpecialType.System_Boolean;

    private static bool IsWork(StatementSyntax statement) => statement.DescendantNodes().Any(node => node is InvocationExpressionSyntax or AssignmentExpressionSyntax);

    // x.Add(…); x.Name = …; x[0] = …: others have x in hand by then.
    private static bool Changes(StatementSyntax statement, IFieldSymbol field, DocumentContext context) =>
        statement is ExpressionStatementSyntax && VariableUse.MentionsOf(field, statement, context).Any(mention => VariableUse.Whole(mention).Parent switch
        {
            MemberAccessExpressionSyntax access => access.Parent is InvocationExpressionSyntax || (access.Parent is AssignmentExpressionSyntax assignment && assignment.Left == access),
            ElementAccessExpressionSyntax access => access.Parent is AssignmentExpressionSyntax assignment && assignment.Left == access,
            _ => false,
        });
}
