namespace Glassbox.Completion.NextEdit;

/// <summary>
/// How far a name reaches, read off the indentation: out to the function that it stands in, or the whole text. Every
/// language that people indent shows it, brackets or not.
/// </summary>
internal static class NameScope
{
    /// <summary>The tokens of a name's scope.</summary>
    public static (int First, int End) Of(LexedText text, int token)
    {
        var whole = (0, text.Count);
        // A member belongs to what stands before the dot, which may be used anywhere.
        if (text.IsAccess(token - 1)) return whole;
        var line = text.LineFirst(token);
        if (IsParameter(text, line, token)) return Block(text, line);
        int? function = null;
        for (var at = line; ParentOf(text, at) is { } parent; at = parent)
        {
            if (OpensFunction(text, parent)) function = parent;
        }

        return function is { } header ? Block(text, header) : whole;
    }

    // In the brackets of a line that more is indented under.
    private static bool IsParameter(LexedText text, int line, int token)
    {
        var opener = Brackets.OpenerBefore(text, token);
        return opener >= line && text.Is(opener, "(") && OpensFunction(text, line) && Block(text, line) is var (_, end) && end > text.LineEnd(line) + 1;
    }

    private static bool OpensFunction(LexedText text, int line)
    {
        for (var i = line; !text.IsBreak(i); i++)
        {
            if (text.TextOf(i) is "class" or "struct" or "interface" or "namespace" or "module" or "trait" or "impl") return false;
            if (text.Is(i, "(")) return true;
        }

        return false;
    }

    /// <summary>The nearest line above that is indented less and is more than a bracket.</summary>
    private static int? ParentOf(LexedText text, int line)
    {
        var indent = Indent(text, line);
        for (var at = line; at > 0 && indent > 0;)
        {
            at = text.LineFirst(at - 1);
            if (Indent(text, at) < indent && !IsBracketOnly(text, at)) return at;
        }

        return null;
    }

    /// <summary>A line with everything under it that is indented more, lone brackets at its own indent included.</summary>
    private static (int First, int End) Block(LexedText text, int header)
    {
        var indent = Indent(text, header);
        var at = text.LineEnd(header) + 1;
        while (at < text.Count && (Indent(text, at) > indent || (Indent(text, at) == indent && IsBracketOnly(text, at)))) at = text.LineEnd(at) + 1;
        return (header, Math.Min(at, text.Count));
    }

    private static bool IsBracketOnly(LexedText text, int line)
    {
        for (var i = line; !text.IsBreak(i); i++)
        {
            if (text.TextOf(i) is not ("{" or "}" or ")" or "]" or ";" or ",")) return false;
        }

        return true;
    }

    private static int Indent(LexedText text, int line) => text.IsBreak(line) ? int.MaxValue : text[line].Start - text.LineStart(text[line].Start);
}
