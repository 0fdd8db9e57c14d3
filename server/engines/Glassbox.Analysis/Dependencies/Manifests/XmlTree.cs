using System.Net;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>
/// Reads XML into elements that know their offsets, and goes on behind mistakes: a manifest is often read while it is
/// typed. Document types are skipped and entities of their own are not resolved.
/// </summary>
internal sealed class XmlTree
{
    // What lies deeper is no manifest, and must not cost the time to look through it again and again.
    private const int DeepestNesting = 256;

    private readonly string text;
    private readonly ManifestBuilder manifest;
    private readonly XmlPart root = new(new Written("", default), parent: null);
    private readonly Stack<(XmlPart Part, int ContentStart)> open = new();
    private int at;

    private XmlTree(string text, ManifestBuilder manifest)
    {
        this.text = text;
        this.manifest = manifest;
    }

    /// <summary>The document, with its outermost element as child.</summary>
    public static XmlPart Read(string text, ManifestBuilder manifest)
    {
        var tree = new XmlTree(text, manifest);
        tree.ReadAll();
        return tree.root;
    }

    private void ReadAll()
    {
        while (at < text.Length && text.IndexOf('<', at) is >= 0 and var next)
        {
            at = next;
            if (StandsHere("<!--")) SkipPast("-->", "The comment does not end.");
            else if (StandsHere("<![CDATA[")) SkipPast("]]>", "The text does not end.");
            else if (StandsHere("<?")) SkipPast("?>", "The instruction does not end.");
            else if (StandsHere("<!")) SkipDocumentType();
            else if (StandsHere("</")) ReadEnd();
            else ReadStart();
        }

        if (open.TryPeek(out var unclosed)) manifest.Report($"'{unclosed.Part.Name.Text}' is never closed.", unclosed.Part.Name.Span.Start, unclosed.Part.Name.Span.End);
        if (root.Children.Count == 0) manifest.Report("The file holds no element.", 0, 0);
    }

    private void SkipPast(string end, string problem)
    {
        var found = text.IndexOf(end, at, StringComparison.Ordinal);
        if (found < 0) manifest.Report(problem, at, text.Length);
        at = found < 0 ? text.Length : found + end.Length;
    }

    private void SkipDocumentType()
    {
        var start = at;
        var depth = 0;
        for (; at < text.Length; at++)
        {
            if (text[at] == '[') depth++;
            else if (text[at] == ']') depth--;
            else if (text[at] == '>' && depth <= 0)
            {
                at++;
                return;
            }
        }

        manifest.Report("The document type does not end.", start, text.Length);
    }

    private void ReadStart()
    {
        var start = at++;
        if (ReadName() is not { } name)
        {
            manifest.Report("'<' begins no element here.", start, start + 1);
            return;
        }

        var parent = open.TryPeek(out var outer) ? outer.Part : root;
        var part = new XmlPart(name, parent);
        parent.Children.Add(part);
        while (true)
        {
            SkipBlanks();
            if (at >= text.Length || text[at] == '<')
            {
                manifest.Report($"The tag '{name.Text}' does not end.", start, at);
                break;
            }

            if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '>')
            {
                at += 2;
                return;
            }

            if (text[at] == '>')
            {
                at++;
                break;
            }

            ReadAttribute(part);
        }

        if (open.Count < DeepestNesting) open.Push((part, at));
    }

    private void ReadAttribute(XmlPart part)
    {
        var start = at;
        if (ReadName() is not { } name)
        {
            manifest.Report("An attribute begins with its name.", start, start + 1);
            at = start + 1;
            return;
        }

        SkipBlanks();
        if (at >= text.Length || text[at] != '=')
        {
            manifest.Report($"The attribute '{name.Text}' has no value.", start, at);
            return;
        }

        at++;
        SkipBlanks();
        var end = at < text.Length && (text[at] is '"' or '\'') ? text.IndexOf(text[at], at + 1) : -1;
        // The quote of the next element is not the end of this value.
        if (end < 0 || text.AsSpan(at, end - at).Contains('<'))
        {
            manifest.Report($"The value of '{name.Text}' does not begin and end with a quote.", start, at);
            // On the next line other elements may be right.
            at = text.IndexOfAny(['\n', '>'], at) is >= 0 and var next ? next : text.Length;
            return;
        }

        part.Attributes.Add((name.Text, WrittenBetween(at + 1, end)));
        at = end + 1;
    }

    private void ReadEnd()
    {
        var start = at;
        at += 2;
        var name = ReadName()?.Text ?? "";
        var end = text.IndexOf('>', at);
        at = end < 0 ? text.Length : end + 1;
        if (!open.Any(entry => entry.Part.Name.Text == name))
        {
            manifest.Report($"'{name}' is closed, but was not opened.", start, at);
            return;
        }

        while (open.TryPop(out var closed))
        {
            if (closed.Part.Name.Text == name)
            {
                if (closed.Part.Children.Count == 0) closed.Part.Content = ContentBetween(closed.ContentStart, start);
                return;
            }

            manifest.Report($"'{closed.Part.Name.Text}' is never closed.", closed.Part.Name.Span.Start, closed.Part.Name.Span.End);
        }
    }

    private Written? ContentBetween(int start, int end) =>
        Written.Of(text, start, end) is { } content && !content.Text.Contains('<') ? WrittenBetween(content.Span.Start, content.Span.End) : null;

    private Written WrittenBetween(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        var raw = text[start..end];
        return new Written(raw.Contains('&') ? WebUtility.HtmlDecode(raw) : raw, TextSpan.FromBounds(start, end));
    }

    // The name without its prefix.
    private Written? ReadName()
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-' or '.' or ':')) at++;
        if (at == start) return null;
        var colon = text.LastIndexOf(':', at - 1, at - start);
        return Written.Of(text, colon < 0 ? start : colon + 1, at);
    }

    private void SkipBlanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }

    private bool StandsHere(string expected) => string.CompareOrdinal(text, at, expected, 0, expected.Length) == 0;
}
