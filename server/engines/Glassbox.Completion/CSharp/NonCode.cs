using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.CSharp;

/// <summary>Where C# text holds no code: comments, strings, characters, numbers, excluded regions, and preprocessor lines.</summary>
internal static class NonCode
{
    /// <summary>The preprocessor line that the cursor stands in, or null.</summary>
    public static DirectiveTriviaSyntax? DirectiveAt(SyntaxNode root, SourceText text, int cursor)
    {
        if (cursor == 0 || IsLineBreak(text[cursor - 1])) return null;
        var trivia = root.FindTrivia(cursor - 1, findInsideTrivia: false);
        if (trivia.IsDirective) return trivia.GetStructure() as DirectiveTriviaSyntax;

        // White space before the '#' belongs to the directive's own trivia or to the trivia before it.
        return null;
    }

    /// <summary>True where nothing of the language can be typed.</summary>
    public static bool Contains(SyntaxNode root, SourceText text, int cursor)
    {
        if (cursor == 0) return false;
        var trivia = root.FindTrivia(cursor - 1, findInsideTrivia: false);
        switch (trivia.Kind())
        {
            case SyntaxKind.SingleLineCommentTrivia:
            case SyntaxKind.SingleLineDocumentationCommentTrivia:
            case SyntaxKind.ShebangDirectiveTrivia:
                return !IsLineBreak(text[cursor - 1]);
            case SyntaxKind.MultiLineCommentTrivia:
            case SyntaxKind.MultiLineDocumentationCommentTrivia:
                return cursor < trivia.FullSpan.End || !trivia.ToFullString().EndsWith("*/", StringComparison.Ordinal);
            case SyntaxKind.DisabledTextTrivia:
                return cursor < trivia.FullSpan.End;
        }

        var token = root.FindToken(cursor - 1);
        if (cursor <= token.SpanStart || cursor > token.Span.End) return false;
        var atEnd = cursor == token.Span.End;
        return token.Kind() switch
        {
            SyntaxKind.NumericLiteralToken => true,
            SyntaxKind.InterpolatedStringTextToken => true,
            SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken
                or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken => true,
            SyntaxKind.InterpolatedStringEndToken or SyntaxKind.InterpolatedRawStringEndToken => !atEnd,
            SyntaxKind.CloseBraceToken => atEnd && token.Parent is InterpolationSyntax,
            SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.CharacterLiteralToken
                or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken
                => !atEnd || token.ContainsDiagnostics,
            _ => token.Parent is InterpolationFormatClauseSyntax,
        };
    }

    private static bool IsLineBreak(char character) => character is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029';
}
