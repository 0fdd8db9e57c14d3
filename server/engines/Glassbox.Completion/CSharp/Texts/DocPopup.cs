using System.Text.RegularExpressions;
using Glassbox.Completion.CSharp.Snippets;
using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp.Texts;

/// <summary>Tags, their attributes and what these name, and a whole comment for what has none.</summary>
internal static partial class DocPopup
{
    private static readonly string[] Langwords =
    [
        "null", "true", "false", "abstract", "async", "await", "base", "default", "in", "interface", "internal", "new", "out", "override", "params", "private",
        "protected", "public", "ref", "sealed", "static", "struct", "this", "using", "virtual", "void", "yield",
    ];

    public static async Task<TextPopup?> OfAsync(Document document, DocComment comment, CancellationToken cancellationToken)
    {
        if (comment.OpenTag is not { } tag) return OutsideTags(comment);
        if (AttributeValue().Match(tag) is { Success: true } value)
        {
            var written = value.Groups["value"].Value;
            return await OfValueAsync(document, comment, value.Groups["tag"].Value, value.Groups["attribute"].Value, written, cancellationToken);
        }

        if (TagName().IsMatch(tag)) return TextPopup.Of(comment.Cursor - tag.Length, DocTags.Of(comment, withBracket: false));
        if (ClosingName().Match(tag) is { Success: true } closing && comment.OpenElements is [.., var innermost])
            return TextPopup.Of(comment.Cursor - closing.Groups["name"].Length, [Name(innermost, CandidateKind.Keyword) with { Insert = Follows(comment, '>') ? null : innermost + ">" }]);
        return AttributeName().Match(tag) is { Success: true } attribute
            ? TextPopup.Of(comment.Cursor - attribute.Groups["name"].Length, DocTags.AttributesOf(attribute.Groups["tag"].Value))
            : null;
    }

    private static TextPopup? OutsideTags(DocComment comment)
    {
        if (comment.OpenElements.Count > 0 || FirstWord().Match(comment.Before) is not { Success: true } word) return null;
        var start = comment.Cursor - word.Length;
        var isEmpty = comment.Whole.AsSpan().Trim(" \t\r\n*").IsEmpty;
        var entries = DocTags.Of(comment, withBracket: true);
        if (isEmpty && DocSkeleton.Of(comment) is { } skeleton) entries = entries.Prepend(skeleton);

        // "///": a tag stands a space apart.
        if (comment.Before.Length == 0) entries = entries.Select(entry => entry with { Insert = " " + entry.Insert, Snippet = entry.Snippet is { } snippet ? " " + snippet : null });
        return TextPopup.Of(start, entries);
    }

    private static async Task<TextPopup?> OfValueAsync(
        Document document, DocComment comment, string tag, string attribute, string written, CancellationToken cancellationToken)
    {
        var start = comment.Cursor - written.Length;
        switch (attribute)
        {
            case "name" when tag is "typeparam" or "typeparamref":
                return TextPopup.Of(start, TypeParametersAround(comment.Target).Select(name => Name(name, CandidateKind.TypeParameter)));
            case "name":
                return TextPopup.Of(start, DocSubject.ParametersOf(comment.Target).Select(name => Name(name, CandidateKind.Variable)));
            case "langword":
                return TextPopup.Of(start, Langwords.Select(word => Name(word, CandidateKind.Keyword)));
            case "type" when tag is "list":
                return TextPopup.Of(start, new[] { "bullet", "number", "table" }.Select(word => Name(word, CandidateKind.Value)));
            case "cref" when await document.GetSemanticModelAsync(cancellationToken) is { } model:
                return CrefNames.Of(comment, written, onlyExceptions: tag is "exception", model);
            default:
                return null;
        }
    }

    private static IEnumerable<string> TypeParametersAround(MemberDeclarationSyntax? member) =>
        member?.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().SelectMany(DocSubject.TypeParametersOf).Distinct(StringComparer.Ordinal) ?? [];

    private static PopupEntry Name(string name, CandidateKind kind) => new(name, kind, 0);

    private static bool Follows(DocComment comment, char character) => comment.Cursor < comment.Text.Length && comment.Text[comment.Cursor] == character;

    [GeneratedRegex(@"^\w*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TagName();

    [GeneratedRegex(@"^/(?<name>\w*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClosingName();

    [GeneratedRegex(@"^(?<tag>\w+)(\s+\w+\s*=\s*""[^""]*"")*\s+(?<name>\w*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AttributeName();

    [GeneratedRegex(@"^(?<tag>\w+)(\s+\w+\s*=\s*""[^""]*"")*\s+(?<attribute>\w+)\s*=\s*""(?<value>[^""]*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AttributeValue();

    // The first word of a line: further on it is text.
    [GeneratedRegex(@"(?<=^[ \t]*\*?[ \t]*)\w*\z", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstWord();
}
