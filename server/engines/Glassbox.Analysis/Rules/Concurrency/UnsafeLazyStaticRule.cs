using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Rules.Correctness;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Concurrency;

/// <summary>GB3208: static objects that two threads may both make, so that one of the two is lost with what is in it.</summary>
internal sealed class UnsafeLazyStaticRule : INodeRule
{
    // To make twice what never changes is harmless; what is filled afterwards must be made once.
    private static readonly HashSet<string> Filled =
    [
        "Dictionary", "List", "HashSet", "Queue", "Stack", "SortedDictionary", "SortedList", "SortedSet", "LinkedList", "ConcurrentDictionary", "ConcurrentQueue",
        "ConcurrentBag", "Hashtable", "ArrayList", "MemoryCache", "StringBuilder", "Random", "StreamWriter", "FileStream", "SqlConnection", "SqliteConnection", "Timer",
    ];

    public bool IsCandidate(SyntaxNode node) => AssignmentIn(node) is not null;

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        if (AssignmentIn(node) is not { } assignment || context.SymbolOf(assignment.Left) is not IFieldSymbol { IsStatic: true, IsReadOnly: false } field) return;
        if (Guards.IsPerThread(field) || Guards.IsGuarded(node) || Syntax.BodyOf(node) is ConstructorDeclarationSyntax) return;
        var made = context.TypeOf(assignment.Right);
        if (made is null || !Filled.Contains(made.Name)) return;
        // A sign that more than one thread comes here.
        var type = node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (type is null || (!type.DescendantNodes().Any(inner => inner is LockStatementSyntax) && !Guards.IsServing(context.EnclosingType(node)))) return;
        context.Report(ConcurrencyIds.UnsafeLazyStatic, Confidence.Medium, $"Two threads may both find '{field.Name}' unset, and what the one puts into its {made.Name} is lost", assignment.Span);
    }

    // if (x == null) x = new …; and x ??= new …;
    private static AssignmentExpressionSyntax? AssignmentIn(SyntaxNode node)
    {
        if (node is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression, Right: BaseObjectCreationExpressionSyntax } lazy) return lazy;
        if (node is not IfStatementSyntax branch || NullTests.Of(branch.Condition) is not { IsNull: true } test) return null;
        return Endings.Inside(branch.Statement) is [ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: BaseObjectCreationExpressionSyntax } assignment }, ..]
            && Operands.Same(assignment.Left, test.Value)
                ? assignment
                : null;
    }
}
