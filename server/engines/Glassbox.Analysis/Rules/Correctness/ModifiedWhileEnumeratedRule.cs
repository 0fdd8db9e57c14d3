using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3334: a collection that is changed while a <c>foreach</c> goes through it.</summary>
internal sealed class ModifiedWhileEnumeratedRule : INodeRule
{
    private static readonly HashSet<string> Adding = ["Add", "AddRange", "Insert", "InsertRange", "Enqueue", "Push", "TryAdd", "AddFirst", "AddLast"];

    private static readonly HashSet<string> Removing = ["Remove", "RemoveAt", "RemoveAll", "RemoveRange", "Clear", "Dequeue", "Pop", "Sort", "Reverse", "RemoveFirst", "RemoveLast"];

    // Since .NET Core 3 these may lose entries while they are enumerated.
    private static readonly string[] Hashed = ["System.Collections.Generic.Dictionary", "System.Collections.Generic.HashSet"];

    private static readonly string[] Ordered =
    [
        "System.Collections.Generic.List", "System.Collections.Generic.Queue", "System.Collections.Generic.Stack", "System.Collections.Generic.LinkedList",
        "System.Collections.Generic.SortedDictionary", "System.Collections.Generic.SortedList", "System.Collections.Generic.SortedSet",
        "System.Collections.ObjectModel.Collection", "System.Collections.ArrayList", "System.Collections.Hashtable",
    ];

    public bool IsCandidate(SyntaxNode node) => node is CommonForEachStatementSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var loop = (CommonForEachStatementSyntax)node;
        var collection = loop.Expression;
        // The keys and values of a dictionary are views of it.
        if (collection is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Keys" or "Values", Expression: var owner }) collection = owner;
        if (!Operands.IsPlain(collection)) return;
        foreach (var call in loop.Statement.DescendantNodes(inner => inner is not AnonymousFunctionExpressionSyntax).OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is not MemberAccessExpressionSyntax access || !IsChange(access.Name.Identifier.ValueText)) continue;
            if (!Operands.Same(access.Expression, collection) || Endings.LeavesLoopAfter(call, loop)) continue;
            if (!Forbids(access.Name.Identifier.ValueText, collection, context) || context.SymbolOf(call) is IMethodSymbol { IsExtensionMethod: true }) continue;
            context.Report(
                CorrectnessIds.ModifiedWhileEnumerated, Confidence.High, $"'{access.Name.Identifier.ValueText}' changes {Shown.Of(collection)} while the loop goes through it", call.Span);
            return;
        }
    }

    private static bool IsChange(string name) => Adding.Contains(name) || Removing.Contains(name);

    private static bool Forbids(string name, ExpressionSyntax collection, DocumentContext context)
    {
        if (context.TypeOf(collection) is not { } type) return false;
        return Array.Exists(Hashed, type.IsOrInherits) ? Adding.Contains(name) : Array.Exists(Ordered, type.IsOrInherits);
    }
}
