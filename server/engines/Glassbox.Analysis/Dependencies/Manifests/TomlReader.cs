using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>
/// Reads as much of TOML as manifests of packages need: tables, dotted keys, texts, arrays, tables in braces. After a
/// mistake it goes on with the next line.
/// </summary>
internal sealed class TomlReader
{
    private const int DeepestNesting = 32;

    private readonly string text;
    private readonly ManifestBuilder manifest;
    private readonly List<TomlItem> items = [];
    private int at;

    private TomlReader(string text, ManifestBuilder manifest)
    {
        this.text = text;
        this.manifest = manifest;
    }

    /// <summary>The entries of a file, in their order.</summary>
    public static List<TomlItem> Read(string text, ManifestBuilder manifest)
    {
        var reader = new TomlReader(text, manifest);
        reader.ReadAll();
        return reader.items;
    }

    private void ReadAll()
    {
        List<Written> table = [];
        for (SkipBlanks(overLines: true); at < text.Length; SkipBlanks(overLines: true))
        {
            var start = at;
            var isRead = text[at] == '[' ? ReadHeader(ref table) : ReadEntry(table, items, depth: 0);
            if (isRead && IsAtLineEnd()) continue;
            var end = EndOfLine();
            manifest.Report("This cannot be read as TOML.", Math.Min(start, end), end);
            at = Math.Max(end, at);
        }
    }

    private bool ReadHeader(ref List<Written> table)
    {
        var brackets = at + 1 < text.Length && text[at + 1] == '[' ? 2 : 1;
        at += brackets;
        if (ReadKey() is not { } name) return false;
        table = name;
        for (; brackets > 0; brackets--)
        {
            if (!Take(']')) return false;
        }

        return true;
    }

    private bool ReadEntry(List<Written> table, List<TomlItem> into, int depth)
    {
        if (ReadKey() is not { } key || !Take('=')) return false;
        var value = new TomlValue();
        // Before its value is read: what a broken array began with is declared all the same.
        into.Add(new TomlItem([.. table, .. key], value));
        return ReadValue(value, depth);
    }

    private List<Written>? ReadKey()
    {
        var parts = new List<Written>();
        while (true)
        {
            SkipBlanks(overLines: false);
            if (at >= text.Length) return null;
            if (text[at] is '"' or '\'')
            {
                if (ReadText() is not { } quoted) return null;
                parts.Add(quoted);
            }
            else
            {
                var start = at;
                while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '-')) at++;
                if (at == start) return null;
                parts.Add(new Written(text[start..at], TextSpan.FromBounds(start, at)));
            }

            if (!Take('.')) return parts;
        }
    }

    private bool ReadValue(TomlValue value, int depth)
    {
        SkipBlanks(overLines: false);
        if (at >= text.Length || depth > DeepestNesting) return false;
        switch (text[at])
        {
            case '"' or '\'':
                value.Text = ReadText();
                return value.Text is not null;
            case '[':
                return ReadArray(value, depth);
            case '{':
                return ReadTable(value, depth);
            default:
                var start = at;
                while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not (',' or ']' or '}' or '#')) at++;
                return at > start;
        }
    }

    private bool ReadArray(TomlValue value, int depth)
    {
        at++;
        while (true)
        {
            SkipBlanks(overLines: true);
            if (Take(']')) return true;
            var item = new TomlValue();
            value.Items.Add(item);
            if (!ReadValue(item, depth + 1)) return false;
            SkipBlanks(overLines: true);
            if (!Take(',') && (at >= text.Length || text[at] != ']')) return false;
        }
    }

    private bool ReadTable(TomlValue value, int depth)
    {
        at++;
        while (true)
        {
            SkipBlanks(overLines: true);
            if (Take('}')) return true;
            if (!ReadEntry([], value.Members, depth + 1)) return false;
            SkipBlanks(overLines: true);
            if (!Take(',') && (at >= text.Length || text[at] != '}')) return false;
        }
    }

    private Written? ReadText()
    {
        var quote = text[at];
        var isLong = at + 2 < text.Length && text[at + 1] == quote && text[at + 2] == quote;
        var start = at + (isLong ? 3 : 1);
        for (var end = start; end < text.Length; end++)
        {
            if (text[end] == '\\' && quote == '"')
            {
                end++;
            }
            else if (text[end] == quote && (!isLong || IsClosed(end, quote)))
            {
                at = end + (isLong ? 3 : 1);
                return new Written(quote == '"' ? Unescape(text[start..end]) : text[start..end], TextSpan.FromBounds(start, end));
            }
            else if (text[end] == '\n' && !isLong)
            {
                return null;
            }
        }

        return null;
    }

    private bool IsClosed(int end, char quote) => end + 2 < text.Length && text[end + 1] == quote && text[end + 2] == quote;

    // Versions and names need no more than this.
    private static string Unescape(string raw) => raw.Contains('\\') ? raw.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal) : raw;

    private bool Take(char expected)
    {
        SkipBlanks(overLines: false);
        if (at >= text.Length || text[at] != expected) return false;
        at++;
        return true;
    }

    private bool IsAtLineEnd()
    {
        SkipBlanks(overLines: false);
        return at >= text.Length || text[at] is '\n' or '\r' or '#';
    }

    private int EndOfLine() => text.IndexOf('\n', Math.Min(at, text.Length)) is >= 0 and var found ? found : text.Length;

    private void SkipBlanks(bool overLines)
    {
        while (at < text.Length)
        {
            if (text[at] is ' ' or '\t' or '\uFEFF' || (overLines && text[at] is '\n' or '\r')) at++;
            else if (overLines && text[at] == '#') at = EndOfLine();
            else return;
        }
    }
}
