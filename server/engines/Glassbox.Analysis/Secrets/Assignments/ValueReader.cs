namespace Glassbox.Analysis.Secrets.Assignments;

/// <summary>Finds the value that belongs to a name, in the ways in which languages and formats write it.</summary>
internal static class ValueReader
{
    private const string Value = "value";
    private const int LongestType = 48;
    private const int LongestGap = 200;

    /// <summary>The value of the name that ends here; null where none is given.</summary>
    public static AssignedValue? Read(SecretScan scan, int nameStart, int nameEnd, int lineEnd)
    {
        var text = scan.Text;
        var (keyEnd, isQuoted) = EndOfKey(text, nameEnd, lineEnd);
        var at = Literals.SkipBlanks(text, keyEnd, lineEnd);
        if (at >= lineEnd) return ReadSibling(scan, at);
        var next = at + 1 < lineEnd ? text[at + 1] : '\0';
        switch (text[at])
        {
            case '=' when next == '=':
            case '!' when next == '=':
                at += at + 2 < lineEnd && text[at + 2] == '=' ? 3 : 2;
                return Literals.ReadQuoted(text, at, lineEnd, ValueForm.Compared);
            case '=' when next == '>':
                return Literals.ReadQuoted(text, at + 2, lineEnd, ValueForm.Assigned);
            case '=' when next == '~':
            case ':' when next == ':':
                return null;
            case ':' when next == '=':
                return Literals.Read(scan, at + 2, lineEnd, ValueForm.Assigned);
            case '=' when IsOption(text, nameStart):
                at = Literals.SkipBlanks(text, at + 1, lineEnd);
                return Literals.ReadQuoted(text, at, lineEnd, ValueForm.Passed) ?? Literals.ReadBareWord(text, at, lineEnd, ValueForm.Passed);
            case '=':
                return Literals.Read(scan, at + 1, lineEnd, ValueForm.Assigned);
            case ':':
                return ReadAfterColon(scan, at + 1, lineEnd);
            case '?' when next == '?' && at + 2 < lineEnd && text[at + 2] == '=':
                return Literals.Read(scan, at + 3, lineEnd, ValueForm.Assigned);
            case '>' when nameStart > 0 && text[nameStart - 1] is '<' or ':':
                return ReadElement(text, at + 1, lineEnd);
            case '(' when !isQuoted:
                return Literals.ReadQuoted(text, at + 1, lineEnd, ValueForm.Passed);
            case ',' when isQuoted:
                return ReadSibling(scan, at) ?? Literals.ReadQuoted(text, at + 1, lineEnd, ValueForm.Listed);
            default:
                return isQuoted ? ReadSibling(scan, at) : ReadAfterBlank(scan, nameStart, nameEnd, at, lineEnd);
        }
    }

    // The quote that closes a key, escaped or not, and the bracket of an index.
    private static (int At, bool IsQuoted) EndOfKey(string text, int at, int lineEnd)
    {
        var quote = at + 1 < lineEnd && text[at] == '\\' ? at + 1 : at;
        if (quote >= lineEnd || !Literals.IsQuote(text[quote])) return (at, false);
        var end = quote + 1;
        return (end < lineEnd && text[end] == ']' ? end + 1 : end, true);
    }

    private static AssignedValue? ReadAfterColon(SecretScan scan, int at, int lineEnd)
    {
        var text = scan.Text;
        if (scan.File.Language == FileLanguage.Code) return Literals.Read(scan, SkipType(text, at, lineEnd), lineEnd, ValueForm.Assigned);
        // In YAML a colon in the middle of a word is part of the word.
        if (scan.File.Language == FileLanguage.Yaml && at < lineEnd && text[at] is not (' ' or '\t' or '"' or '\'')) return null;
        return Literals.Read(scan, at, lineEnd, ValueForm.Assigned);
    }

    // <Password>value</Password>
    private static AssignedValue? ReadElement(string text, int at, int lineEnd)
    {
        var content = text.AsSpan(at, lineEnd - at);
        var close = content.IndexOf("</", StringComparison.Ordinal);
        if (close <= 0 || content[..close].Contains('<')) return null;
        var start = at + close - content[..close].TrimStart().Length;
        return new AssignedValue(start, start + content[..close].Trim().Length, ValueForm.Assigned);
    }

    // key="Password" value="…", and "name": "PASSWORD" with "value": "…" on the next line.
    private static AssignedValue? ReadSibling(SecretScan scan, int at)
    {
        var text = scan.Text;
        var end = Math.Min(text.Length, at + LongestGap);
        while (at < end && (char.IsWhiteSpace(text[at]) || text[at] is ',' or '"' or '\'')) at++;
        if (at + Value.Length >= end || !text.AsSpan(at, Value.Length).Equals(Value, StringComparison.OrdinalIgnoreCase)) return null;
        at += Value.Length;
        if (Literals.IsQuote(text[at])) at++;
        at = Literals.SkipBlanks(text, at, end);
        if (at >= end || text[at] is not ('=' or ':')) return null;
        var lineEnd = text.IndexOf('\n', at) is >= 0 and var found ? found : text.Length;
        if (text[lineEnd - 1] == '\r') lineEnd--;
        return Literals.Read(scan, at + 1, lineEnd, ValueForm.Assigned);
    }

    // --password value, ENV PASSWORD value, password value in a netrc file; and Go's "password string = …".
    private static AssignedValue? ReadAfterBlank(SecretScan scan, int nameStart, int nameEnd, int at, int lineEnd)
    {
        if (at == nameEnd) return null;
        var text = scan.Text;
        var isOption = IsOption(text, nameStart);
        if (isOption || IsBlankSeparated(scan, nameStart))
            return Literals.ReadQuoted(text, at, lineEnd, ValueForm.Passed) ?? Literals.ReadBareWord(text, at, lineEnd, isOption ? ValueForm.Passed : ValueForm.Assigned);
        if (scan.File.Language != FileLanguage.Code) return null;
        // Gradle: keyPassword "…"
        if (scan.File.Name.Contains(".gradle", StringComparison.Ordinal) && Literals.IsQuote(text[at])) return Literals.ReadQuoted(text, at, lineEnd, ValueForm.Assigned);
        var afterType = SkipType(text, at, lineEnd);
        return afterType > at ? Literals.ReadQuoted(text, afterType, lineEnd, ValueForm.Assigned) : null;
    }

    private static bool IsOption(string text, int nameStart) => nameStart >= 2 && text[nameStart - 1] == '-' && text[nameStart - 2] == '-';

    private static bool IsBlankSeparated(SecretScan scan, int nameStart)
    {
        if (scan.File.Name is ".netrc" or "_netrc") return true;
        if (!scan.File.Name.Contains("dockerfile", StringComparison.Ordinal)) return false;
        var lineStart = nameStart == 0 ? 0 : scan.Text.LastIndexOf('\n', nameStart - 1) + 1;
        var before = scan.Text.AsSpan(lineStart, nameStart - lineStart).Trim();
        return before.Equals("ENV", StringComparison.OrdinalIgnoreCase) || before.Equals("ARG", StringComparison.OrdinalIgnoreCase);
    }

    // "string =", "&'static str =", "Option<String> =": stays where it is when no type stands here.
    private static int SkipType(string text, int at, int lineEnd)
    {
        var type = Literals.SkipBlanks(text, at, lineEnd);
        if (type < lineEnd && Literals.IsQuote(text[type])) return at;
        var limit = Math.Min(lineEnd, at + LongestType);
        for (var end = at; end < limit; end++)
        {
            if (text[end] == '=') return end > at && (end + 1 >= lineEnd || text[end + 1] is not ('=' or '>')) ? end + 1 : at;
            if (!char.IsAsciiLetterOrDigit(text[end]) && text[end] is not (' ' or '_' or '&' or '?' or '<' or '>' or '[' or ']' or '.' or '\'' or '|' or '*')) return at;
        }

        return at;
    }
}
