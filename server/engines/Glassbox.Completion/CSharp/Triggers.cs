using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.CSharp;

/// <summary>
/// Which characters, typed in code, open the popup. Clients ask at every one of the server's trigger characters; many of
/// them mean something in comments and strings only, and a space mostly ends something.
/// </summary>
internal static class Triggers
{
    public static bool Fit(char trigger, SyntaxNode root, SourceText text, int cursor) => trigger switch
    {
        '"' or '/' or '\\' or '{' or ':' => false,
        ' ' => FitsSpace(root, text, cursor),
        _ => true,
    };

    // After a keyword, an operator, a comma or an opening parenthesis something is expected. Not after a name or a whole
    // expression, where Enter must break the line, nor where the line begins.
    private static bool FitsSpace(SyntaxNode root, SourceText text, int cursor)
    {
        var left = cursor == 0 ? default : CSharpSite.TokenBefore(root, cursor);
        if (left.IsKind(SyntaxKind.None))
        {
            // A preprocessor line holds no tokens of its own.
            return NonCode.DirectiveAt(root, text, cursor) is not null;
        }

        if (NonCode.DirectiveAt(root, text, cursor) is not null) return true;
        for (var at = left.Span.End; at < cursor; at++)
        {
            if (text[at] is not (' ' or '\t')) return false;
        }

        return left.Kind() switch
        {
            SyntaxKind.SemicolonToken or SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken => false,
            SyntaxKind.ThisKeyword or SyntaxKind.BaseKeyword or SyntaxKind.NullKeyword or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword => false,
            SyntaxKind.IdentifierToken => left.ValueText is "await" or "when" or "and" or "or" or "not" or "where" or "select" or "orderby" or "in" or "on" or "equals" or "by" or "partial",
            var kind => SyntaxFacts.IsKeywordKind(kind) || SyntaxFacts.IsPunctuation(kind),
        };
    }
}
