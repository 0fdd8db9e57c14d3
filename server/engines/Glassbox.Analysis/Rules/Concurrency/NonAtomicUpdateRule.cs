using System.Runtime.CompilerServices;
using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Rules.Correctness;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Concurrency;

/// <summary>GB3205: fields shared by threads that are read and written in two steps.</summary>
internal sealed class NonAtomicUpdateRule : INodeRule
{
    // Which fields of a document go through Interlocked is asked for every ++ in it.
    private static readonly ConditionalWeakTable<CompilationUnitSyntax, HashSet<string>> Atomic = [];

    public bool IsCandidate(SyntaxNode node) => TargetOf(node) is not null;

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        if (TargetOf(node) is not { } target || context.SymbolOf(target) is not IFieldSymbol field || Guards.IsPerThread(field)) return;
        if (!Numbers.IsInteger(field.Type) || Guards.IsGuarded(node) || Syntax.BodyOf(node) is ConstructorDeclarationSyntax) return;
        if (field.IsVolatile)
        {
            context.Report(ConcurrencyIds.NonAtomicUpdate, Confidence.High, $"'{field.Name}' is volatile, but reading and writing it here are two steps, between which others write", node.Span);
        }
        else if (Atomic.GetValue(context.Root, NamesIn).Contains(field.Name) && !field.IsReadOnly)
        {
            context.Report(ConcurrencyIds.NonAtomicUpdate, Confidence.Medium, $"'{field.Name}' is changed through Interlocked elsewhere, but not here", node.Span);
        }
    }

    private static ExpressionSyntax? TargetOf(SyntaxNode node)
    {
        var target = node switch
        {
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } postfix => postfix.Operand,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } prefix => prefix.Operand,
            AssignmentExpressionSyntax assignment when !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && !assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression) => assignment.Left,
            _ => null,
        };
        return target is IdentifierNameSyntax or MemberAccessExpressionSyntax ? target : null;
    }

    // Interlocked.Increment(ref count)
    private static HashSet<string> NamesIn(CompilationUnitSyntax root) =>
    [
        .. root.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Increment" or "Decrement" or "Add" } access && Syntax.LastName(access.Expression) == "Interlocked")
            .Select(call => call.ArgumentList.Arguments.FirstOrDefault()?.Expression)
            .Select(argument => Syntax.LastName(argument))
            .OfType<string>(),
    ];
}
