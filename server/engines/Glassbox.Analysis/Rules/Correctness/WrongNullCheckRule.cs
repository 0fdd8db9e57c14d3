using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3308: a null check joined by the wrong operator, or a use in the very branch where the value is null.</summary>
internal sealed class WrongNullCheckRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax binary => binary.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression
            or SyntaxKind.BitwiseAndExpression or SyntaxKind.BitwiseOrExpression && Operands.IsTopOfChain(binary),
        IfStatementSyntax branch => NullTests.Of(branch.Condition) is not null,
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case BinaryExpressionSyntax binary:
                InspectChain(binary, context);
                break;
            case IfStatementSyntax branch when NullTests.Of(branch.Condition) is { } test:
                InspectBranch(test.Value, test.IsNull ? branch.Statement : branch.Else?.Statement, context);
                break;
        }
    }

    private static void InspectChain(BinaryExpressionSyntax chain, DocumentContext context)
    {
        var operands = Operands.ChainOf(chain);
        for (var tested = 0; tested < operands.Count - 1; tested++)
        {
            if (NullTests.Of(operands[tested]) is not { } test || !IsVariable(test.Value)) continue;
            var isWrong = chain.Kind() switch
            {
                SyntaxKind.LogicalAndExpression => test.IsNull,
                SyntaxKind.LogicalOrExpression => !test.IsNull,
                _ => true,
            };
            if (!isWrong) continue;
            for (var used = tested + 1; used < operands.Count && !NullTests.IsGivenIn(operands[used], test.Value); used++)
            {
                if (NullTests.UseIn(operands[used], test.Value, context) is null) continue;
                if (NullTests.FailsOnNull(test.Value, context) is not { } confidence) return;
                var says = chain.OperatorToken.Text.Length == 1
                    ? $"'{chain.OperatorToken.Text}' evaluates both sides, so that {Shown.Of(test.Value)} is used also where it is null"
                    : $"{Shown.Of(test.Value)} is used only where it is null: '{chain.OperatorToken.Text}' is the wrong operator after {Shown.Of(operands[tested])}";
                context.Report(CorrectnessIds.WrongNullCheck, confidence, says, chain.Span);
                return;
            }
        }
    }

    private static void InspectBranch(ExpressionSyntax value, StatementSyntax? branch, DocumentContext context)
    {
        if (branch is null || !IsVariable(value) || NullTests.IsFollowed(value, context)) return;
        var isLocal = context.SymbolOf(value) is ILocalSymbol or IParameterSymbol;
        foreach (var statement in Endings.Inside(branch))
        {
            SyntaxNode? evaluated = statement switch
            {
                ExpressionStatementSyntax simple => simple.Expression,
                LocalDeclarationStatementSyntax declaration => declaration.Declaration,
                ReturnStatementSyntax leaving => leaving.Expression,
                ThrowStatementSyntax failing => failing.Expression,
                IfStatementSyntax inner => inner.Condition,
                _ => null,
            };
            if (evaluated is null || NullTests.IsGivenIn(evaluated, value)) return;
            if (NullTests.UseIn(evaluated, value, context) is { } use)
            {
                if (NullTests.FailsOnNull(value, context) is { } confidence)
                    context.Report(CorrectnessIds.WrongNullCheck, confidence, $"{Shown.Of(value)} is used in the branch where it is null", use.Span);
                return;
            }

            // What comes after a branch or, for a field, after a call is no longer sure.
            if (statement is IfStatementSyntax || (!isLocal && evaluated.DescendantNodesAndSelf().Any(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax))) return;
        }
    }

    private static bool IsVariable(ExpressionSyntax value) => value is IdentifierNameSyntax or MemberAccessExpressionSyntax && Operands.IsPlain(value);
}
