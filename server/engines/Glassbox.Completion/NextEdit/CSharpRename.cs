using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.NextEdit;

/// <summary>A C# name that became another: the uses of the old one that mean nothing any more.</summary>
internal static class CSharpRename
{
    // Binding a use binds the member around it; a rename of something used everywhere is the rename command's business.
    private const int MostLookedAt = 100;

    public static async Task<ImmutableArray<Place>> FindAsync(Document document, string text, string from, string to, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken) is not { } root) return [];
        var uses = Uses(root, text, from).Take(MostLookedAt).ToList();
        if (uses.Count == 0 || await document.GetSemanticModelAsync(cancellationToken) is not { } model) return [];
        var places = ImmutableArray.CreateBuilder<Place>();
        foreach (var use in uses)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Means(model, use, cancellationToken)) continue;
            places.Add(new Place(use.Identifier.SpanStart, use.Identifier.Span.Length, to, 0.95));
        }

        return places.ToImmutable();
    }

    private static IEnumerable<SimpleNameSyntax> Uses(SyntaxNode root, string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            var token = root.FindToken(at);
            if (token.SpanStart == at && token.IsKind(SyntaxKind.IdentifierToken) && token.Text == name && token.Parent is SimpleNameSyntax use) yield return use;
        }
    }

    private static bool Means(SemanticModel model, SimpleNameSyntax use, CancellationToken cancellationToken)
    {
        var info = model.GetSymbolInfo(use, cancellationToken);
        if (info.Symbol is not null || !info.CandidateSymbols.IsEmpty) return true;
        return use.Parent is MemberAccessExpressionSyntax access && access.Name == use
            && model.GetTypeInfo(access.Expression, cancellationToken).Type is null or { TypeKind: TypeKind.Error or TypeKind.Dynamic };
    }
}
