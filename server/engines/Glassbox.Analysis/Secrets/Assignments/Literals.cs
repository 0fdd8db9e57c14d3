namespace Glassbox.Analysis.Secrets.Assignments;

/// <summary>Reads values where they begin: in quotes, or bare where the language allows it.</summary>
internal static class Literals
{
    private const int LongestDetour = 160;
    private const int LongestPrefix = 2;

    // Calls that give their text back in another type.
    private static readonly string[] Wrappers = ["GetBytes(", "FromBase64String(", "[]byte(", "::from(", "Buffer.from(", "SecretStr(", "Some(", "SecureString(", "toSecure(", "b64decode("];

    private static readonly string[] Alternatives = ["||", "??", " or "];

    /// <summary>Reads the value that begins here, or after blanks; null where there is none to read.</summary>
    public static AssignedValue? Read(SecretScan scan, int at, int lineEnd, ValueForm form)
    {
        var text = scan.Text;
        at = SkipBlanks(text, at, lineEnd);
        if (at >= lineEnd) return null;
        if (ReadQuoted(text, at, lineEnd, form) is { } quoted) return quoted;
        if (IsQuote(text[at])) return null;
        return scan.File.Language switch
        {
            FileLanguage.Code => ReadWrapped(text, at, lineEnd, form) ?? ReadAlternative(text, at, lineEnd),
            FileLanguage.Yaml => ReadBareLine(text, at, lineEnd, form, isYaml: true),
            FileLanguage.Settings => ReadBareLine(text, at, lineEnd, form, isYaml: false),
            FileLanguage.Shell or FileLanguage.Text => ReadBareWord(text, at, lineEnd, form),
            _ => null,
        };
    }

    /// <summary>Reads a text in quotes of any kind, which a backslash may have escaped together with its content.</summary>
    public static AssignedValue? ReadQuoted(string text, int at, int lineEnd, ValueForm form)
    {
        at = SkipBlanks(text, at, lineEnd);
        var isTemplate = false;
        for (var skipped = 0; skipped < LongestPrefix && at + 1 < lineEnd && text[at] is '@' or '$' or 'b' or 'r' or 'u' or 'f' or 'L' or 'N'; skipped++)
        {
            isTemplate |= text[at] is '$' or 'f';
            at++;
        }

        if (at >= lineEnd) return null;
        var isEscaped = text[at] == '\\' && at + 1 < lineEnd && IsQuote(text[at + 1]);
        var start = (isEscaped ? at + 1 : at) + 1;
        var quote = text[start - 1];
        if (!IsQuote(quote)) return null;
        for (var end = start; end < lineEnd; end++)
        {
            if (text[end] == quote) return isEscaped ? null : new AssignedValue(start, end, form);
            // What is put in while the program runs is not in the file.
            if (isTemplate && text[end] == '{') return null;
            if (text[end] != '\\') continue;
            if (isEscaped && end + 1 < lineEnd && text[end + 1] == quote) return new AssignedValue(start, end, form);
            end++;
        }

        return null;
    }

    /// <summary>Reads up to the next blank, or to what ends a word in a shell.</summary>
    public static AssignedValue? ReadBareWord(string text, int at, int lineEnd, ValueForm form)
    {
        var end = at;
        while (end < lineEnd && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '\'' or '`' or ';' or '&' or '|' or '<' or '>' or ')' or ',')) end++;
        while (end > at && text[end - 1] is '.' or ':' or '*') end--;
        return end > at ? new AssignedValue(at, end, form) : null;
    }

    public static int SkipBlanks(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or '\t') at++;
        return at;
    }

    public static bool IsQuote(char character) => character is '"' or '\'' or '`';

    // One word, and perhaps a comment: more words are prose.
    private static AssignedValue? ReadBareLine(string text, int at, int lineEnd, ValueForm form, bool isYaml)
    {
        var line = text.AsSpan(at, lineEnd - at);
        var comment = line.IndexOf(" #", StringComparison.Ordinal);
        if (comment >= 0) line = line[..comment];
        line = line.TrimEnd();
        if (isYaml)
        {
            if (line.IsEmpty || line[0] is '{' or '[' or '&' or '*' or '|' or '>' or '%' or '@' or '!' or '#') return null;
            line = line.TrimEnd(",}]");
        }

        return line.IsEmpty || line.ContainsAny(' ', '\t') ? null : new AssignedValue(at, at + line.Length, form);
    }

    private static AssignedValue? ReadWrapped(string text, int at, int lineEnd, ValueForm form)
    {
        var window = text.AsSpan(at, Math.Min(LongestDetour, lineEnd - at));
        var open = window.IndexOf('(');
        if (open < 0) return null;
        var call = window[..(open + 1)];
        foreach (var wrapper in Wrappers)
        {
            if (call.EndsWith(wrapper, StringComparison.Ordinal)) return ReadQuoted(text, at + open + 1, lineEnd, form);
        }

        return null;
    }

    // process.env.PASSWORD || "the real one"
    private static AssignedValue? ReadAlternative(string text, int at, int lineEnd)
    {
        var window = text.AsSpan(at, Math.Min(LongestDetour, lineEnd - at));
        foreach (var alternative in Alternatives)
        {
            var found = window.IndexOf(alternative, StringComparison.Ordinal);
            if (found > 0) return ReadQuoted(text, at + found + alternative.Length, lineEnd, ValueForm.Fallback);
        }

        return null;
    }
}
