namespace Glassbox.Analysis.Taint.Modeling;

/// <summary>
/// Reads model files whose entries stand on one line each, as all of those do that come with the program: a general YAML reader
/// takes a second for them.
/// </summary>
internal static class PlainModelLines
{
    /// <summary>The entries of a file; null where one of its lines is written otherwise.</summary>
    public static List<ModelLine>? Read(string text)
    {
        var entries = new List<ModelLine>();
        var list = "";
        var number = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = raw.TrimEnd();
            if (line.IsEmpty || line.TrimStart()[0] == '#') continue;
            if (line[0] is not (' ' or '-'))
            {
                if (line[^1] != ':' || line.ContainsAny(" {}[]\"'#")) return null;
                list = line[..^1].ToString();
                continue;
            }

            if (list.Length == 0 || Entry(line.TrimStart(), list, number) is not { } entry) return null;
            entries.Add(entry);
        }

        return entries;
    }

    private static ModelLine? Entry(ReadOnlySpan<char> line, string list, int number)
    {
        if (!line.StartsWith("- { ") || !line.EndsWith(" }")) return null;
        var rest = line[4..^2];
        var fields = new Dictionary<string, string[]>(StringComparer.Ordinal);
        while (!rest.IsEmpty)
        {
            var colon = rest.IndexOf(": ");
            if (colon <= 0 || rest[..colon].ContainsAny(" ,\"'{}[]")) return null;
            var key = rest[..colon].ToString();
            if (Value(rest[(colon + 2)..], out var length) is not { } value || !fields.TryAdd(key, value)) return null;
            rest = rest[(colon + 2 + length)..];
            if (rest.IsEmpty) break;
            if (!rest.StartsWith(", ")) return null;
            rest = rest[2..];
        }

        return new ModelLine(list, number, fields);
    }

    private static string[]? Value(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text.IsEmpty) return null;
        switch (text[0])
        {
            case '[':
                var end = text.IndexOf(']');
                if (end < 0 || text[..end].ContainsAny("\"'{}")) return null;
                length = end + 1;
                var items = text[1..end].ToString().Split(',', StringSplitOptions.TrimEntries);
                return items.Any(item => item.Length == 0 || !IsPlain(item)) ? null : items;
            case '"':
                var close = text[1..].IndexOf('"');
                if (close < 0 || text[1..(close + 1)].Contains('\\')) return null;
                length = close + 2;
                return [text[1..(close + 1)].ToString()];
            default:
                var comma = text.IndexOf(", ");
                length = comma < 0 ? text.Length : comma;
                var plain = text[..length].ToString();
                return IsPlain(plain) ? [plain] : null;
        }
    }

    // What YAML takes as it is written.
    private static bool IsPlain(string text) =>
        text.Length > 0 && text[0] is not ('\'' or '"' or '&' or '*' or '!' or '|' or '>' or '%' or '@' or '`' or '{' or '[' or '#' or '?' or ' ' or ',')
        && text[^1] is not (' ' or ':') && !text.Contains(" #", StringComparison.Ordinal) && !text.Contains(": ", StringComparison.Ordinal) && text.AsSpan().IndexOfAny("{}[]") < 0;
}
