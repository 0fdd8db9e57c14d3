using Glassbox.Completion.Lexing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.CSharp;

/// <summary>The cursor in C# text: the word it is in, what stands before, and what may stand here.</summary>
internal sealed class CSharpSite
{
    // Not a keyword, not a name anybody uses.
    private const string Marker = "gbx__";

    private CSharpSite(SyntaxNode root, SourceText text, int cursor, int wordStart, int wordEnd)
    {
        Root = root;
        Text = text;
        Cursor = cursor;
        WordStart = wordStart;
        WordEnd = wordEnd;
        Left = wordStart == 0 ? default : TokenBefore(root, wordStart);
        MarkedRoot = root;
    }

    /// <summary>The tree as it is.</summary>
    public SyntaxNode Root { get; }

    /// <summary>The text as it is.</summary>
    public SourceText Text { get; }

    /// <summary>Offset of the cursor.</summary>
    public int Cursor { get; }

    /// <summary>Where the word at the cursor begins.</summary>
    public int WordStart { get; }

    /// <summary>Where it ends; the cursor may stand inside.</summary>
    public int WordEnd { get; }

    /// <summary>The word up to the cursor.</summary>
    public string Typed => Text.ToString(TextSpan.FromBounds(WordStart, Cursor));

    /// <summary>The token before the word, in the tree as it is.</summary>
    public SyntaxToken Left { get; }

    /// <summary>The tree with an ordinary name in the word's place, where the text is broken without one.</summary>
    public SyntaxNode MarkedRoot { get; private set; }

    /// <summary>That name in <see cref="MarkedRoot"/>.</summary>
    public SyntaxToken Marked { get; private set; }

    /// <summary>What may stand here.</summary>
    public SitePlace Place { get; private set; }

    /// <summary>A lambda's parameter may be meant, whatever else fits: nothing that is typed on accepts a candidate.</summary>
    public bool MayBeNewName { get; set; }

    /// <summary>A method without its parentheses may be meant.</summary>
    public bool TakesMethodGroup { get; set; }

    /// <summary>The word is written with <c>@</c>.</summary>
    public bool IsEscaped => WordStart > 0 && Text[WordStart - 1] == '@';

    /// <summary>Only this fits, now that more is known of the place than its syntax.</summary>
    public void Narrow(SitePlace to) => Place = to;

    public bool Is(SitePlace any) => (Place & any) != 0;

    /// <summary>Reads the place of a cursor.</summary>
    public static CSharpSite At(SyntaxTree tree, SyntaxNode root, SourceText text, int cursor, CancellationToken cancellationToken)
    {
        var start = cursor;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(text[start - 1])) start--;
        var end = cursor;
        while (end < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[end])) end++;
        var site = new CSharpSite(root, text, cursor, start, end);

        if (NonCode.DirectiveAt(root, text, cursor) is not null) site.Place = SitePlace.Preprocessor;
        else if (NonCode.Contains(root, text, cursor) || (start < cursor && char.IsDigit(text[start]))) site.Place = SitePlace.None;
        else site.Mark(tree, cancellationToken);
        return site;
    }

    /// <summary>A place in a comment or string, where the language's own words do not stand.</summary>
    public static CSharpSite InText(SyntaxNode root, SourceText text, int start, int cursor) => new(root, text, cursor, start, cursor);

    /// <summary>The last token with a width that ends at or before an offset.</summary>
    public static SyntaxToken TokenBefore(SyntaxNode root, int offset)
    {
        var token = root.FindToken(Math.Max(0, offset - 1));
        while (!token.IsKind(SyntaxKind.None) && (token.Span.End > offset || token.Span.Length == 0)) token = token.GetPreviousToken();
        return token;
    }

    private void Mark(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var marked = Text.WithChanges(new TextChange(TextSpan.FromBounds(WordStart, WordEnd), Marker));
        MarkedRoot = tree.WithChangedText(marked).GetRoot(cancellationToken);
        Marked = MarkedRoot.FindToken(WordStart, findInsideTrivia: false);
        Place = Marked.IsKind(SyntaxKind.IdentifierToken) && Marked.SpanStart <= WordStart && Marked.ValueText == Marker
            ? SiteClassifier.Classify(Marked)
            : SiteClassifier.Guess(Left);
    }
}
