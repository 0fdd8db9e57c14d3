using Glassbox.Contracts.Text;
using Glassbox.Eval.Outcomes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Eval.Replay;

/// <summary>Chooses places on lines that were added, by the rules of the engine's own evaluation.</summary>
internal static class ReplayPlan
{
    /// <summary>Chooses places.</summary>
    /// <param name="textOf">The newest text of a file.</param>
    /// <param name="added">The added lines of each file, from 1.</param>
    /// <param name="options">How many, and the seed.</param>
    public static IReadOnlyList<Place> Choose(Func<string, string> textOf, IReadOnlyDictionary<string, HashSet<int>> added, EvalOptions options)
    {
        var random = new Random(options.Seed);
        // Sorted first: the same seed chooses the same files on every machine.
        var files = added.Where(file => file.Value.Count > 0).Select(file => file.Key).Order(StringComparer.Ordinal).ToArray();
        random.Shuffle(files);
        return [.. files.Select(file => Of(file, textOf(file), added[file], options.Places, random)).Where(places => places.Count > 0).Take(options.Files).SelectMany(places => places)];
    }

    private static List<Place> Of(string file, string text, HashSet<int> added, int most, Random random)
    {
        var root = CSharpSyntaxTree.ParseText(text).GetRoot();
        var lines = LineIndex.Of(text);
        var members = root.DescendantNodes().Select(NameOf).Where(token => token.IsKind(SyntaxKind.IdentifierToken) && !token.IsMissing && IsAdded(token));
        var tails = root.DescendantNodes().OfType<BlockSyntax>()
            .Where(block => block.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax)
            .SelectMany(block => block.DescendantTokens())
            .Where(token => IsAdded(token) && CutTask.LineEnd(text, token.SpanStart) - token.SpanStart >= 4
                && !text.AsSpan(lines.StartOf(lines.LineAt(token.SpanStart)), token.SpanStart - lines.StartOf(lines.LineAt(token.SpanStart))).IsWhiteSpace());
        return
        [
            .. Chosen(members).Select(token => At(PlaceKind.Member, token, token.ValueText)),
            .. Chosen(tails).Select(token => At(PlaceKind.Line, token, text[token.SpanStart..CutTask.LineEnd(text, token.SpanStart)])),
        ];

        bool IsAdded(SyntaxToken token) => added.Contains(lines.LineAt(token.SpanStart) + 1);

        Place At(PlaceKind kind, SyntaxToken token, string truth)
        {
            var position = lines.PositionAt(token.SpanStart);
            return new Place(kind, file, position.Line + 1, position.Character + 1, truth);
        }

        IEnumerable<SyntaxToken> Chosen(IEnumerable<SyntaxToken> all)
        {
            var list = all.ToArray();
            random.Shuffle(list);
            return list.Take(most);
        }
    }

    private static SyntaxToken NameOf(SyntaxNode node) => node switch
    {
        MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access => access.Name.Identifier,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier,
        _ => default,
    };
}
