using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3339: a text that is copied whole in every round of a loop.</summary>
internal sealed class StringConcatInLoopRule : INodeRule
{
    // So few rounds copy next to nothing.
    private const int FewRounds = 32;

    public bool IsCandidate(SyntaxNode node) => node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax, Parent: ExpressionStatementSyntax } assignment && IsGrowth(assignment);

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var assignment = (AssignmentExpressionSyntax)node;
        if (Endings.LoopAround(assignment) is not { } loop || IsShort(loop) || Endings.LeavesLoopAfter(assignment, loop)) return;
        if (context.SymbolOf(assignment.Left) is not ILocalSymbol { Type.SpecialType: SpecialType.System_String, DeclaringSyntaxReferences: [var declared] } text) return;
        if (loop.Span.Contains(declared.Span)) return;
        foreach (var other in loop.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            if (!VariableUse.Means(other.Left, text, context)) continue;
            // The first speaks for all; begun anew in each round the text stays short.
            if (!IsGrowth(other) || other.SpanStart < assignment.SpanStart) return;
        }

        context.Report(CorrectnessIds.StringConcatInLoop, Confidence.High, $"'{text.Name}' is copied whole each time something is added to it", assignment.Span);
    }

    // s += x and s = s + x.
    private static bool IsGrowth(AssignmentExpressionSyntax assignment)
    {
        if (assignment.IsKind(SyntaxKind.AddAssignmentExpression)) return true;
        if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)) return false;
        var first = Operands.Inner(assignment.Right);
        if (first is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression }) return false;
        while (first is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum) first = Operands.Inner(sum.Left);
        return Operands.Same(first, assignment.Left);
    }

    private static bool IsShort(StatementSyntax loop) =>
        loop is ForStatementSyntax { Condition: BinaryExpressionSyntax { Right: LiteralExpressionSyntax { Token.Value: <= FewRounds } } };
}
