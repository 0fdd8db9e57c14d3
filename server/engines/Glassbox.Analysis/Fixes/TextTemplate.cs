using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Fixes;

/// <summary>A concatenation or an interpolated string taken apart, and put together again.</summary>
internal static class TextTemplate
{
    /// <summary>The pieces of a text; one piece, the expression itself, where it is put together elsewhere.</summary>
    public static List<TextPiece> PiecesOf(ExpressionSyntax expression, SemanticModel model)
    {
        var pieces = new List<TextPiece>();
        Collect(expression);
        return Merge(pieces);

        void Collect(ExpressionSyntax part)
        {
            switch (part)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    Collect(parenthesized.Expression);
                    break;
                case LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression):
                    pieces.Add(TextPiece.Text(literal.Token.ValueText));
                    break;
                case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) && model.GetTypeInfo(sum).Type?.SpecialType == SpecialType.System_String:
                    Collect(sum.Left);
                    Collect(sum.Right);
                    break;
                case InterpolatedStringExpressionSyntax interpolated:
                    foreach (var content in interpolated.Contents)
                    {
                        if (content is InterpolatedStringTextSyntax text) pieces.Add(TextPiece.Text(text.TextToken.ValueText));
                        else if (content is InterpolationSyntax hole) AddHole(hole.Expression, hole.FormatClause is not null || hole.AlignmentClause is not null);
                    }

                    break;
                default:
                    AddHole(part, hasFormat: false);
                    break;
            }
        }

        void AddHole(ExpressionSyntax hole, bool hasFormat) => pieces.Add(TextPiece.Of(hole, hasFormat));
    }

    /// <summary>
    /// Pieces as an expression in the style of the one they came from: a literal where nothing is left to fill in, else an
    /// interpolated string, raw or verbatim if the original was.
    /// </summary>
    public static ExpressionSyntax Compose(IReadOnlyList<TextPiece> pieces, ExpressionSyntax like)
    {
        var merged = Merge(pieces);
        var isPlain = merged.TrueForAll(piece => piece.Value is not null);
        var text = string.Concat(merged.Select(piece => piece.Value));
        if (merged.Any(piece => piece.HasFormat)) return like; // Never asked for; the original is at least right.
        if (like is InterpolatedStringExpressionSyntax interpolated && interpolated.StringStartToken.IsKind(SyntaxKind.InterpolatedMultiLineRawStringStartToken))
            return Raw(interpolated, merged, isPlain);
        var isVerbatim = like is InterpolatedStringExpressionSyntax { StringStartToken.RawKind: (int)SyntaxKind.InterpolatedVerbatimStringStartToken } || text.Contains('\n', StringComparison.Ordinal);
        var body = string.Concat(merged.Select(piece => piece.Value is { } value ? Escape(value, isVerbatim, !isPlain) : $"{{{Hole(piece.Hole!)}}}"));
        return SyntaxFactory.ParseExpression($"{(isPlain ? "" : "$")}{(isVerbatim ? "@" : "")}\"{body}\"");
    }

    private static ExpressionSyntax Raw(InterpolatedStringExpressionSyntax like, List<TextPiece> pieces, bool isPlain)
    {
        // Only single quotes and names were changed, so what the original could hold the new one can.
        var lines = string.Concat(pieces.Select(piece => piece.Value ?? $"{{{Hole(piece.Hole!)}}}")).Split('\n');
        var indentation = like.StringEndToken.Text[..^like.StringEndToken.Text.TrimStart('\r', '\n', ' ', '\t').Length].TrimStart('\r', '\n');
        var ending = like.SyntaxTree.GetText().ToString(like.StringStartToken.Span) is var start && start.Contains('\r', StringComparison.Ordinal) ? "\r\n" : "\n";
        var body = string.Join(ending, lines.Select(line => line.TrimEnd('\r') is { Length: > 0 } content ? indentation + content : ""));
        return SyntaxFactory.ParseExpression($"{(isPlain ? "" : "$")}\"\"\"{ending}{body}{ending}{indentation}\"\"\"");
    }

    private static string Hole(ExpressionSyntax hole) =>
        hole is ConditionalExpressionSyntax || hole.DescendantTokens().Any(token => token.IsKind(SyntaxKind.ColonColonToken)) ? $"({hole.WithoutTrivia()})" : hole.WithoutTrivia().ToString();

    private static string Escape(string value, bool isVerbatim, bool isInterpolated)
    {
        var literal = isVerbatim ? value.Replace("\"", "\"\"", StringComparison.Ordinal) : SymbolDisplay.FormatLiteral(value, quote: true)[1..^1];
        return isInterpolated ? literal.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal) : literal;
    }

    private static List<TextPiece> Merge(IEnumerable<TextPiece> pieces)
    {
        var merged = new List<TextPiece>();
        foreach (var piece in pieces)
        {
            if (piece.Value is { } text && merged is [.., { Value: { } before }]) merged[^1] = TextPiece.Text(before + text);
            else merged.Add(piece);
        }

        return merged;
    }
}
