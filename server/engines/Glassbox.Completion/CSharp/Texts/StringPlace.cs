using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.CSharp.Texts;

/// <summary>A cursor within a string literal, or within the format of an interpolation.</summary>
/// <param name="Owner">The literal, or the format clause.</param>
/// <param name="Start">Where the string's content begins.</param>
/// <param name="Cursor">Offset of the cursor.</param>
/// <param name="Written">The content before the cursor, as it is written.</param>
/// <param name="After">The code unit after the cursor.</param>
/// <param name="DoublesBackslashes">A backslash is written as two.</param>
internal sealed record StringPlace(SyntaxNode Owner, int Start, int Cursor, string Written, char After, bool DoublesBackslashes)
{
    // Whatever is longer holds data, not something that is typed.
    private const int Longest = 1000;

    /// <summary>Reads the place of a cursor; null where it is in no string, or in a string that nothing takes.</summary>
    public static StringPlace? At(SyntaxNode root, SourceText text, int cursor)
    {
        if (cursor == 0) return null;
        var token = root.FindToken(cursor - 1);
        if (cursor <= token.SpanStart || cursor > token.Span.End) return null;
        if (token.Parent is InterpolationFormatClauseSyntax clause) return Of(clause, clause.ColonToken.Span.End, doubles: false);
        if (token.Parent is not LiteralExpressionSyntax literal) return null;
        var quotes = 0;
        var at = token.SpanStart;
        if (text[at] == '@') at++;
        while (at + quotes < token.Span.End && text[at + quotes] == '"') quotes++;
        var isEmpty = quotes == 2 && token.Span.Length == at - token.SpanStart + 2;
        var (start, isDoubled) = token.Kind() switch
        {
            SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken => (at + 1, text[token.SpanStart] != '@'),
            SyntaxKind.SingleLineRawStringLiteralToken when !isEmpty => (at + quotes, false),
            _ => (-1, false),
        };

        // Behind the closing quote it is code again, before the opening one too.
        if (start < 0 || cursor < start || (cursor == token.Span.End && cursor > start && text[cursor - 1] == '"' && !IsOpen(token))) return null;
        return Of(literal, start, isDoubled);

        StringPlace? Of(SyntaxNode owner, int from, bool doubles) => cursor < from || cursor - from > Longest
            ? null
            : new(owner, from, cursor, text.ToString(TextSpan.FromBounds(from, cursor)), cursor < text.Length ? text[cursor] : '\0', doubles);
    }

    private static bool IsOpen(SyntaxToken token) => token.ContainsDiagnostics && token.GetDiagnostics().Any(error => error.Id is "CS1010" or "CS1039");
}
