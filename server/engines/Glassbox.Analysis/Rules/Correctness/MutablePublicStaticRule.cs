using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3343: shared state that everybody can change.</summary>
internal sealed class MutablePublicStaticRule : INodeRule
{
    private static readonly HashSet<string> Changeable = ["List", "Dictionary", "HashSet", "SortedDictionary", "SortedSet", "Queue", "Stack", "LinkedList"];

    public bool IsCandidate(SyntaxNode node) =>
        node is FieldDeclarationSyntax { AttributeLists.Count: 0 } field
        && field.Modifiers.Any(SyntaxKind.PublicKeyword) && field.Modifiers.Any(SyntaxKind.StaticKeyword)
        && (!field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword) || field.Declaration.Type is ArrayTypeSyntax || Changeable.Contains(Syntax.LastName(field.Declaration.Type) ?? ""));

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var field = (FieldDeclarationSyntax)node;
        foreach (var variable in field.Declaration.Variables)
        {
            if (context.Model.GetDeclaredSymbol(variable, context.CancellationToken) is not IFieldSymbol symbol || !symbol.IsVisibleOutside()) continue;
            if (!symbol.IsReadOnly)
            {
                context.Report(CorrectnessIds.MutablePublicStatic, Confidence.High, $"Anybody can give '{symbol.Name}' another value, for everybody else as well", variable.Identifier.Span);
            }
            else if (!IsEmpty(variable.Initializer?.Value) && (symbol.Type is IArrayTypeSymbol || symbol.Type.ContainingNamespace.IsInOrBelow("System.Collections.Generic")))
            {
                context.Report(CorrectnessIds.MutablePublicStatic, Confidence.High, $"'{symbol.Name}' is read-only, but anybody can change what is in it", variable.Identifier.Span);
            }
        }
    }

    // An array without elements cannot be changed.
    private static bool IsEmpty(ExpressionSyntax? value) => value switch
    {
        InvocationExpressionSyntax call => Syntax.LastName(call) == "Empty",
        ArrayCreationExpressionSyntax { Type.RankSpecifiers: [{ Sizes: [LiteralExpressionSyntax { Token.Value: 0 }] }], Initializer: null } => true,
        ArrayCreationExpressionSyntax { Initializer.Expressions.Count: 0 } => true,
        CollectionExpressionSyntax { Elements.Count: 0 } => true,
        InitializerExpressionSyntax { Expressions.Count: 0 } => true,
        _ => false,
    };
}
