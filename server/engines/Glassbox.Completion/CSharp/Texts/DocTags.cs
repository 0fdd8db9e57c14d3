using Glassbox.Completion.CSharp.Snippets;
using Glassbox.Contracts.Completion;

namespace Glassbox.Completion.CSharp.Texts;

/// <summary>The tags of documentation comments.</summary>
internal static class DocTags
{
    /// <summary>Those that fit the cursor: sections outside elements, references and layout within.</summary>
    /// <param name="comment">Around the cursor.</param>
    /// <param name="withBracket">The <c>&lt;</c> is not typed yet.</param>
    public static IEnumerable<PopupEntry> Of(DocComment comment, bool withBracket)
    {
        var bracket = withBracket ? "<" : "";
        var isFollowed = comment.Cursor < comment.Text.Length && comment.Text[comment.Cursor] == '>';
        var tags = comment.OpenElements is { Count: > 0 } open ? Within(comment, open[^1]) : Sections(comment);
        return tags.Select(tag =>
        {
            // "<par|>": an editor closed the bracket already.
            var text = bracket + (isFollowed ? tag.Text[..tag.Text.IndexOf('>', StringComparison.Ordinal)] : tag.Text);
            return new PopupEntry(tag.Label, CandidateKind.Keyword, 0) { Snippet = text, Insert = SnippetTemplate.WithoutStops(text) };
        });
    }

    /// <summary>The attributes of a tag.</summary>
    public static IEnumerable<PopupEntry> AttributesOf(string tag)
    {
        string[] names = tag switch
        {
            "param" or "paramref" or "typeparam" or "typeparamref" => ["name"],
            "see" or "seealso" => ["cref", "langword", "href"],
            "exception" or "inheritdoc" or "permission" => ["cref"],
            "list" => ["type"],
            "include" => ["file", "path"],
            _ => [],
        };
        return names.Select(name => new PopupEntry(name, CandidateKind.Property, 0) { Snippet = $"{name}=\"$1\"", Insert = name + "=" });
    }

    private static IEnumerable<(string Label, string Text)> Sections(DocComment comment)
    {
        var target = comment.Target;
        if (!Has("<summary")) yield return Element("summary");
        foreach (var name in DocSubject.TypeParametersOf(target).Where(name => !Has($"<typeparam name=\"{name}\""))) yield return Element("typeparam", $"name=\"{name}\"");
        foreach (var name in DocSubject.ParametersOf(target).Where(name => !Has($"<param name=\"{name}\""))) yield return Element("param", $"name=\"{name}\"");
        if (!Has("<returns") && (target is null || DocSubject.Returns(target))) yield return Element("returns");
        if (!Has("<value") && target is null or Microsoft.CodeAnalysis.CSharp.Syntax.BasePropertyDeclarationSyntax) yield return Element("value");
        foreach (var thrown in DocSubject.ThrownBy(target).Where(type => !Has($"<exception cref=\"{type}\""))) yield return Element("exception", $"cref=\"{thrown}\"");
        yield return ("exception", "exception cref=\"$1\">$0</exception>");
        yield return ("inheritdoc", "inheritdoc/>$0");
        if (!Has("<remarks")) yield return Element("remarks");
        yield return Element("example");
        yield return ("seealso", "seealso cref=\"$1\"/>$0");

        bool Has(string tag) => comment.Whole.Contains(tag, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Label, string Text)> Within(DocComment comment, string innermost)
    {
        yield return ("see cref", "see cref=\"$1\"/>$0");
        yield return ("see langword", "see langword=\"$1\"/>$0");
        foreach (var name in DocSubject.ParametersOf(comment.Target)) yield return ($"paramref name=\"{name}\"", $"paramref name=\"{name}\"/>$0");
        foreach (var name in DocSubject.TypeParametersOf(comment.Target)) yield return ($"typeparamref name=\"{name}\"", $"typeparamref name=\"{name}\"/>$0");
        yield return Element("c");
        yield return Element("code");
        yield return Element("para");
        yield return ("see href", "see href=\"$1\">$0</see>");
        yield return ("list", "list type=\"${1:bullet}\"><item><description>$0</description></item></list>");
        if (innermost is "list" or "item" or "listheader")
        {
            yield return ("item", "item><description>$0</description></item>");
            yield return Element("term");
            yield return Element("description");
        }

        yield return ("/" + innermost, $"/{innermost}>");
    }

    private static (string Label, string Text) Element(string name, string attribute = "")
    {
        var label = attribute.Length == 0 ? name : $"{name} {attribute}";
        return (label, $"{label}>$0</{name}>");
    }
}
