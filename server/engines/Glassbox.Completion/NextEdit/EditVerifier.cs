using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.NextEdit;

/// <summary>
/// Lets places through only where the edit holds: on a fork of the document it brings no syntax error, no other error, and
/// no name that means nothing.
/// </summary>
internal static class EditVerifier
{
    public static async Task<bool> HoldsAsync(Document document, SourceText text, ImmutableArray<Place> places, CancellationToken cancellationToken)
    {
        var changes = places.Select(place => new TextChange(new TextSpan(place.Start, place.Length), place.NewText)).ToImmutableArray();
        if (await document.GetSyntaxRootAsync(cancellationToken) is not { } root) return false;
        var changed = text.WithChanges(changes);
        var fork = document.WithText(changed);
        if (await fork.GetSyntaxRootAsync(cancellationToken) is not { } forked) return false;
        if (!IsNoWorse(Count(root.GetDiagnostics()), Count(forked.GetDiagnostics()))) return false;

        if (await document.GetSemanticModelAsync(cancellationToken) is not { } before || await fork.GetSemanticModelAsync(cancellationToken) is not { } after) return false;
        var written = Written(places);
        var (oldBodies, newBodies) = (Bodies(root, places.Select(place => new TextSpan(place.Start, place.Length))), Bodies(forked, written));
        // Where only the insides of members change, nothing outside of them can break.
        var isInside = oldBodies is not null && newBodies is not null && oldBodies.Count == newBodies.Count;
        var old = Count(Diagnostics(before, isInside ? oldBodies : null, cancellationToken));
        var current = Count(Diagnostics(after, isInside ? newBodies : null, cancellationToken));
        return IsNoWorse(old, current) && written.All(span => NamesMean(forked, after, span, cancellationToken));
    }

    private static ImmutableArray<TextSpan> Written(ImmutableArray<Place> places)
    {
        var shift = 0;
        var spans = ImmutableArray.CreateBuilder<TextSpan>(places.Length);
        foreach (var place in places)
        {
            spans.Add(new TextSpan(place.Start + shift, place.NewText.Length));
            shift += place.NewText.Length - place.Length;
        }

        return spans.MoveToImmutable();
    }

    private static IEnumerable<Diagnostic> Diagnostics(SemanticModel model, IReadOnlyCollection<TextSpan>? bodies, CancellationToken cancellationToken) =>
        bodies is null ? model.GetDiagnostics(null, cancellationToken) : bodies.SelectMany(body => model.GetDiagnostics(body, cancellationToken));

    /// <summary>The members whose bodies hold all spans; null where one lies outside of any.</summary>
    private static IReadOnlyCollection<TextSpan>? Bodies(SyntaxNode root, IEnumerable<TextSpan> spans)
    {
        var members = new SortedSet<TextSpan>();
        foreach (var span in spans)
        {
            if (span.End > root.FullSpan.End) return null;
            var node = root.FindNode(span);
            var body = node.AncestorsAndSelf().FirstOrDefault(one => one is BlockSyntax or ArrowExpressionClauseSyntax && one.Parent is MemberDeclarationSyntax or AccessorDeclarationSyntax);
            if (body is null || !body.Span.Contains(span) || body.SpanStart == span.Start) return null;
            members.Add(body.FirstAncestorOrSelf<MemberDeclarationSyntax>()!.Span);
        }

        return members;
    }

    // By number and not by text: an error that names the old name and the same one that names the new are one.
    private static Dictionary<string, int> Count(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).CountBy(diagnostic => diagnostic.Id).ToDictionary(StringComparer.Ordinal);

    private static bool IsNoWorse(Dictionary<string, int> before, Dictionary<string, int> after) =>
        after.All(error => before.GetValueOrDefault(error.Key) >= error.Value);

    // Behind a name that is wrong already the compiler reports nothing; a name there means nothing all the same.
    private static bool NamesMean(SyntaxNode root, SemanticModel model, TextSpan span, CancellationToken cancellationToken)
    {
        foreach (var name in root.DescendantNodes(span).OfType<SimpleNameSyntax>())
        {
            if (name.SpanStart < span.Start || name.SpanStart >= span.End || name.Identifier.ValueText is "var" or "_" or "nameof" or "dynamic" or "nint" or "nuint") continue;
            var info = model.GetSymbolInfo(name, cancellationToken);
            if (info.Symbol is not null || !info.CandidateSymbols.IsEmpty) continue;
            if (model.GetTypeInfo(name, cancellationToken).Type is { TypeKind: not TypeKind.Error }) continue;
            if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name
                && model.GetTypeInfo(access.Expression, cancellationToken).Type is { TypeKind: TypeKind.Dynamic }) continue;
            if (name.FirstAncestorOrSelf<AttributeListSyntax>() is not null && model.GetTypeInfo(name.Parent!, cancellationToken).Type is { TypeKind: not TypeKind.Error }) continue;
            return false;
        }

        return true;
    }
}
