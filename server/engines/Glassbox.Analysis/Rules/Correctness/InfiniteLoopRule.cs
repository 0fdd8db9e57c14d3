using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3336: a loop whose condition nothing in it can change.</summary>
internal sealed class InfiniteLoopRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node switch
    {
        WhileStatementSyntax { Statement: not EmptyStatementSyntax } loop => HasVariables(loop.Condition),
        DoStatementSyntax loop => HasVariables(loop.Condition),
        ForStatementSyntax { Condition: { } condition, Statement: not EmptyStatementSyntax } => HasVariables(condition),
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var loop = (StatementSyntax)node;
        var (condition, body) = loop switch
        {
            WhileStatementSyntax one => (one.Condition, one.Statement),
            DoStatementSyntax one => (one.Condition, one.Statement),
            ForStatementSyntax one => (one.Condition, one.Statement),
            _ => (null, null),
        };
        if (condition is null || body is null || loop.ContainsDiagnostics || MayLeave(body)) return;
        if (loop is ForStatementSyntax counted && RunsAway(counted, context) is { } counter)
        {
            context.Report(CorrectnessIds.InfiniteLoop, Confidence.High, $"'{counter}' moves away from its bound, so that the loop does not end there", counted.Condition!.Span);
            return;
        }

        var variables = new List<ISymbol>();
        foreach (var name in condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            // Other members may change behind a call.
            if (context.SymbolOf(name) is not { } symbol || !IsOwn(symbol)) return;
            variables.Add(symbol);
        }

        if (context.ConstantAt(condition).HasValue || variables.TrueForAll(variable => variable is ILocalSymbol { IsConst: true })) return;
        var function = Syntax.BodyOf(loop);
        if (variables.Exists(variable => VariableUse.IsWrittenIn(loop, variable, context) || IsWrittenElsewhere(variable, loop, function, context))) return;
        context.Report(
            CorrectnessIds.InfiniteLoop, Confidence.Medium, $"Nothing in the loop changes {string.Join(" or ", variables.Select(variable => $"'{variable.Name}'").Distinct())}, so that it never ends once it has begun", condition.Span);
    }

    // Comparisons of plain variables: what calls and properties say may change by itself.
    private static bool HasVariables(ExpressionSyntax condition)
    {
        var hasName = false;
        foreach (var node in condition.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case IdentifierNameSyntax:
                    hasName = true;
                    break;
                case BinaryExpressionSyntax or LiteralExpressionSyntax or ParenthesizedExpressionSyntax:
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression or (int)SyntaxKind.UnaryMinusExpression }:
                case IsPatternExpressionSyntax or ConstantPatternSyntax or UnaryPatternSyntax:
                    break;
                default:
                    return false;
            }
        }

        return hasName;
    }

    private static bool IsOwn(ISymbol symbol) => symbol switch
    {
        ILocalSymbol { RefKind: RefKind.None, Type: { } type } => !IsShared(type),
        IParameterSymbol { RefKind: RefKind.None, Type: { } type } => !IsShared(type),
        _ => false,
    };

    // What a pointer points at, and a structure with methods, may change without being assigned.
    private static bool IsShared(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Pointer or TypeKind.Error or TypeKind.Dynamic or TypeKind.TypeParameter
        || (type.IsValueType && type.SpecialType == SpecialType.None && type.TypeKind != TypeKind.Enum);

    private static bool MayLeave(StatementSyntax body) => body.DescendantNodesAndSelf().Any(node => node
        is ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or GotoStatementSyntax or BreakStatementSyntax
        or YieldStatementSyntax or AwaitExpressionSyntax or CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 });

    private static bool IsWrittenElsewhere(ISymbol variable, StatementSyntax loop, SyntaxNode function, DocumentContext context) =>
        VariableUse.MentionsOf(variable, function, context).Any(mention =>
            mention.Parent is RefExpressionSyntax || (VariableUse.IsWrite(mention) && Syntax.FunctionOf(mention) != Syntax.FunctionOf(loop)));

    // for (i = 0; i < n; i--). Unsigned counters wrap round on purpose.
    private static string? RunsAway(ForStatementSyntax loop, DocumentContext context)
    {
        if (loop is not { Condition: BinaryExpressionSyntax { Left: IdentifierNameSyntax counter } condition, Incrementors: [var step] }) return null;
        var direction = step.Kind() switch
        {
            SyntaxKind.PostIncrementExpression or SyntaxKind.PreIncrementExpression => 1,
            SyntaxKind.PostDecrementExpression or SyntaxKind.PreDecrementExpression => -1,
            _ => 0,
        };
        var stepped = (step as PostfixUnaryExpressionSyntax)?.Operand ?? (step as PrefixUnaryExpressionSyntax)?.Operand;
        if (stepped is null || !Operands.Same(stepped, counter)) return null;
        var isAway = condition.Kind() switch
        {
            SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression => direction < 0,
            SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression => direction > 0,
            _ => false,
        };
        if (!isAway || context.SymbolOf(counter) is not ILocalSymbol variable || Numbers.IsUnsigned(variable.Type)) return null;
        return VariableUse.IsWrittenIn(loop.Statement, variable, context) || VariableUse.IsWrittenIn(condition, variable, context) ? null : variable.Name;
    }
}
