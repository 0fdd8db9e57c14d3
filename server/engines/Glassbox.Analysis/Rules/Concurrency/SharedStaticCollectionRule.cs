using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Rules.Correctness;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Concurrency;

/// <summary>GB3207: static collections that requests change at the same time.</summary>
internal sealed class SharedStaticCollectionRule : INodeRule
{
    private static readonly HashSet<string> Unguarded =
        ["Dictionary", "List", "HashSet", "Queue", "Stack", "SortedDictionary", "SortedList", "SortedSet", "LinkedList", "IDictionary", "IList", "ICollection", "ISet", "Hashtable", "ArrayList"];

    private static readonly HashSet<string> Changes =
        ["Add", "AddRange", "TryAdd", "Insert", "Remove", "RemoveAt", "RemoveAll", "RemoveRange", "Clear", "Enqueue", "Dequeue", "Push", "Pop", "AddFirst", "AddLast", "Sort", "UnionWith"];

    public bool IsCandidate(SyntaxNode node) =>
        node is FieldDeclarationSyntax { Parent: ClassDeclarationSyntax } field && field.Modifiers.Any(SyntaxKind.StaticKeyword)
        && Unguarded.Contains(Syntax.LastName(field.Declaration.Type) ?? "");

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var declaration = (FieldDeclarationSyntax)node;
        if (!Guards.IsServing(context.EnclosingType(node))) return;
        foreach (var variable in declaration.Declaration.Variables)
        {
            if (context.Model.GetDeclaredSymbol(variable, context.CancellationToken) is not IFieldSymbol field || Guards.IsPerThread(field)) continue;
            // Declared by its interface, it may still be one that several threads may change.
            if (variable.Initializer?.Value is ObjectCreationExpressionSyntax { Type: var made } && Syntax.LastName(made)?.StartsWith("Concurrent", StringComparison.Ordinal) == true) continue;
            if (VariableUse.MentionsOf(field, declaration.Parent!, context).FirstOrDefault(IsUnguardedChange) is not { } change) continue;
            context.Report(
                ConcurrencyIds.SharedStaticCollection, Confidence.High, $"Requests that run at the same time change '{field.Name}' without a lock, as in {Shown.Of(change.FirstAncestorOrSelf<ExpressionSyntax>(IsWhole) ?? change)}", variable.Span);
        }
    }

    private static bool IsWhole(ExpressionSyntax expression) => expression is InvocationExpressionSyntax or AssignmentExpressionSyntax;

    private static bool IsUnguardedChange(IdentifierNameSyntax mention)
    {
        var isChange = VariableUse.Whole(mention).Parent switch
        {
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access => access.Name != mention && Changes.Contains(access.Name.Identifier.ValueText),
            ElementAccessExpressionSyntax access => access.Parent is AssignmentExpressionSyntax assignment ? assignment.Left == access : access.Parent is PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax,
            _ => false,
        };
        return isChange && Syntax.BodyOf(mention) is not (ConstructorDeclarationSyntax or BaseFieldDeclarationSyntax) && !Guards.IsGuarded(mention);
    }
}
