using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules;

/// <summary>GB3002: loops whose counter reaches the length of what it indexes.</summary>
internal sealed class LoopBoundRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node is ForStatementSyntax or WhileStatementSyntax;

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var (condition, body) = node switch
        {
            ForStatementSyntax loop => (loop.Condition, loop.Statement),
            WhileStatementSyntax loop => (loop.Condition, loop.Statement),
            _ => (null, null),
        };
        if (condition is null || body is null) return;
        foreach (var comparison in Conjuncts(condition).OfType<BinaryExpressionSyntax>())
        {
            var (counter, length) = comparison.Kind() switch
            {
                SyntaxKind.LessThanOrEqualExpression => (comparison.Left, comparison.Right),
                SyntaxKind.GreaterThanOrEqualExpression => (comparison.Right, comparison.Left),
                _ => (null, null),
            };
            if (counter is IdentifierNameSyntax name && length is not null && MeasuredBy(length) is { } collection
                && IndexUse(body, collection, name) is { } use && !IsGuarded(use, name, length))
            {
                Report(comparison.Span, name, length, collection, use);
            }
        }

        if (node is ForStatementSyntax { Declaration.Variables: [{ Initializer.Value: var start } counterVariable] } backwards
            && MeasuredBy(start) is { } indexed && CountsDown(backwards, counterVariable.Identifier.ValueText))
        {
            var name = SyntaxFactory.IdentifierName(counterVariable.Identifier);
            if (IndexUse(body, indexed, name) is { } use && !IsGuarded(use, name, start)) Report(start.Span, name, start, indexed, use);
        }

        void Report(Microsoft.CodeAnalysis.Text.TextSpan span, IdentifierNameSyntax name, ExpressionSyntax length, ExpressionSyntax collection, ElementAccessExpressionSyntax use)
        {
            var type = context.Model.GetTypeInfo(use.Expression, context.CancellationToken).Type;
            // A dictionary's keys are not positions.
            if (type.IsOrInherits("System.Collections.Generic.IDictionary") || type.IsOrInherits("System.Collections.IDictionary")
                || type.IsOrInherits("System.Collections.Generic.IReadOnlyDictionary")) return;
            var confidence = type is null or { TypeKind: TypeKind.Error } ? Confidence.Low : Confidence.High;
            context.Report(RuleIds.LoopBound, confidence, $"'{name.Identifier.ValueText}' reaches {length}, one past the end of '{collection}'", span);
        }
    }

    private static IEnumerable<ExpressionSyntax> Conjuncts(ExpressionSyntax condition) => Syntax.Bare(condition) switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } and => Conjuncts(and.Left).Concat(Conjuncts(and.Right)),
        var single => [single],
    };

    // a in a.Length, a.Count, a.Count() and a.GetLength(0).
    private static ExpressionSyntax? MeasuredBy(ExpressionSyntax length) => length switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" or "LongLength" } access => access.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" } access, ArgumentList.Arguments.Count: 0 } => access.Expression,
        _ => null,
    };

    private static ElementAccessExpressionSyntax? IndexUse(StatementSyntax body, ExpressionSyntax collection, IdentifierNameSyntax counter) =>
        body.DescendantNodes().OfType<ElementAccessExpressionSyntax>().FirstOrDefault(access =>
            SyntaxFactory.AreEquivalent(access.Expression, collection)
            && access.ArgumentList.Arguments is [{ Expression: IdentifierNameSyntax index }]
            && index.Identifier.ValueText == counter.Identifier.ValueText);

    private static bool CountsDown(ForStatementSyntax loop, string counter) =>
        loop.Incrementors.Any(step => step is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostDecrementExpression, Operand: IdentifierNameSyntax post } && post.Identifier.ValueText == counter
            || step is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreDecrementExpression, Operand: IdentifierNameSyntax pre } && pre.Identifier.ValueText == counter);

    // Something between the loop and the use, or a jump before it, looks at the same counter again.
    private static bool IsGuarded(ElementAccessExpressionSyntax use, IdentifierNameSyntax counter, ExpressionSyntax length)
    {
        foreach (var ancestor in use.Ancestors().TakeWhile(ancestor => ancestor is not (ForStatementSyntax or WhileStatementSyntax)))
        {
            var test = ancestor switch
            {
                IfStatementSyntax branch when !branch.Condition.Span.Contains(use.Span) || branch.Condition is BinaryExpressionSyntax => branch.Condition,
                ConditionalExpressionSyntax choice => choice.Condition,
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both => both.Left,
                _ => null,
            };
            if (test is not null && Compares(test)) return true;
            if (ancestor is not BlockSyntax block) continue;
            foreach (var statement in block.Statements.TakeWhile(statement => statement.SpanStart < use.SpanStart))
            {
                if (statement is IfStatementSyntax jump && Compares(jump.Condition)
                    && jump.Statement.DescendantNodesAndSelf().Any(inner => inner is BreakStatementSyntax or ContinueStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax)) return true;
            }
        }

        return false;

        bool Compares(ExpressionSyntax test) => test.DescendantNodesAndSelf().OfType<BinaryExpressionSyntax>().Any(comparison =>
            (comparison.Left.ToString() == counter.Identifier.ValueText && comparison.Right.ToString().Contains(length.ToString(), StringComparison.Ordinal))
            || (comparison.Right.ToString() == counter.Identifier.ValueText && comparison.Left.ToString().Contains(length.ToString(), StringComparison.Ordinal)));
    }
}
