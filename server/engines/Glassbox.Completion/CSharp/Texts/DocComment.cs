using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.CSharp.Texts;

/// <summary>
/// A documentation comment around the cursor. Read as text, not as the parser's XML: half a tag swallows what follows it,
/// and a project without documentation output has comments only.
/// </summary>
internal sealed partial class DocComment
{
    private const string SingleLine = "///";
    private const string MultiLine = "/**";

    private DocComment(SyntaxNode root, SourceText text, int cursor, string whole, string before, bool isSingleLine)
    {
        Root = root;
        Text = text;
        Cursor = cursor;
        Whole = whole;
        Before = before;
        IsSingleLine = isSingleLine;
        Target = TargetOf(root, cursor);
    }

    public SyntaxNode Root { get; }

    public SourceText Text { get; }

    public int Cursor { get; }

    /// <summary>The XML of the whole comment.</summary>
    public string Whole { get; }

    /// <summary>The XML before the cursor.</summary>
    public string Before { get; }

    /// <summary>Each line begins with three slashes.</summary>
    public bool IsSingleLine { get; }

    /// <summary>The declaration that the comment stands before, or null.</summary>
    public MemberDeclarationSyntax? Target { get; }

    /// <summary>The tag that is being typed, from behind its <c>&lt;</c>; null outside tags.</summary>
    public string? OpenTag
    {
        get
        {
            var open = Before.LastIndexOf('<');
            return open < 0 || Before.IndexOf('>', open) >= 0 ? null : Before[(open + 1)..];
        }
    }

    /// <summary>The elements that are open at the cursor, the outermost first.</summary>
    public IReadOnlyList<string> OpenElements
    {
        get
        {
            var open = new List<string>();
            foreach (Match tag in Tags().Matches(Before))
            {
                var name = tag.Groups["name"].Value;
                if (tag.Groups["close"].Length == 0 && tag.Groups["empty"].Length == 0) open.Add(name);
                else if (tag.Groups["close"].Length > 0 && open.LastIndexOf(name) is >= 0 and var at) open.RemoveRange(at, open.Count - at);
            }

            return open;
        }
    }

    /// <summary>Reads the comment that a cursor stands in; null where it stands in none.</summary>
    public static DocComment? At(SyntaxNode root, SourceText text, int cursor)
    {
        if (cursor < SingleLine.Length) return null;
        var trivia = root.FindTrivia(cursor - 1, findInsideTrivia: false);
        switch (trivia.Kind())
        {
            case SyntaxKind.SingleLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia:
                return OfLines(root, text, cursor, trivia.FullSpan.Start);
            case SyntaxKind.MultiLineCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia:
                var span = trivia.FullSpan;
                var all = text.ToString(span);
                if (!all.StartsWith(MultiLine, StringComparison.Ordinal) || cursor < span.Start + MultiLine.Length) return null;
                var end = all.EndsWith("*/", StringComparison.Ordinal) ? all.Length - 2 : all.Length;
                if (cursor > span.Start + end) return null;
                return new DocComment(root, text, cursor, all[MultiLine.Length..end], all[MultiLine.Length..(cursor - span.Start)], isSingleLine: false);
            default:
                return null;
        }
    }

    private static DocComment? OfLines(SyntaxNode root, SourceText text, int cursor, int begin)
    {
        var at = text.Lines.GetLineFromPosition(cursor).LineNumber;
        if (ContentOf(at) is not { } own || cursor < own.Start) return null;
        var first = at;
        while (first > 0 && ContentOf(first - 1) is not null) first--;
        var last = at;
        while (last + 1 < text.Lines.Count && ContentOf(last + 1) is not null) last++;
        var whole = string.Join('\n', Enumerable.Range(first, last - first + 1).Select(line => text.ToString(ContentOf(line)!.Value)));
        var before = string.Concat(Enumerable.Range(first, at - first).Select(line => text.ToString(ContentOf(line)!.Value) + "\n")) + text.ToString(TextSpan.FromBounds(own.Start, cursor));
        return new DocComment(root, text, cursor, whole, before, isSingleLine: true);

        // What stands behind three slashes, not four: those are a comment.
        TextSpan? ContentOf(int number)
        {
            var line = text.Lines[number];
            var start = line.Span.Contains(begin) ? begin : line.Start;
            while (start < line.End && text[start] is ' ' or '\t') start++;
            return start + SingleLine.Length <= line.End && text[start] == '/' && text[start + 1] == '/' && text[start + 2] == '/'
                && (start + SingleLine.Length == line.End || text[start + SingleLine.Length] != '/')
                    ? TextSpan.FromBounds(start + SingleLine.Length, line.End)
                    : null;
        }
    }

    private static MemberDeclarationSyntax? TargetOf(SyntaxNode root, int cursor)
    {
        var token = root.FindToken(cursor, findInsideTrivia: false);
        if (token.SpanStart < cursor) token = token.GetNextToken();
        return token.Parent?.AncestorsAndSelf().OfType<MemberDeclarationSyntax>()
            .FirstOrDefault(member => member is not (GlobalStatementSyntax or IncompleteMemberSyntax or BaseNamespaceDeclarationSyntax) && member.GetFirstToken() == token);
    }

    [GeneratedRegex(@"<(?<close>/)?(?<name>\w+)(?:[^<>""]|""[^""]*"")*?(?<empty>/)?>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();
}
