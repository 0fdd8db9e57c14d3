using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Glassbox.Contracts.Text;

namespace Glassbox.Testing.Fixtures;

/// <summary>Reads the language that <see cref="Fixture"/> describes.</summary>
internal static class FixtureParser
{
    private const string Header = "//- ";
    private static readonly string[] KnownOptions = ["project", "refs", "eol", "bom", "raw"];
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    public static Fixture Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var files = ImmutableArray.CreateBuilder<FixtureFile>();
        string? path = null;
        var options = ImmutableDictionary<string, string>.Empty;
        var body = new List<string>();

        foreach (var line in lines)
        {
            if (!line.StartsWith(Header, StringComparison.Ordinal))
            {
                body.Add(line);
                continue;
            }

            Close();
            (path, options) = ReadHeader(line);
        }

        Close();
        if (files.Count(file => file.Cursor is not null) > 1) throw new FixtureException("Only one cursor ($0) can be in a fixture.");
        if (files.Select(file => file.Path).Distinct(StringComparer.Ordinal).Count() != files.Count) throw new FixtureException("A path stands twice in the fixture.");
        return new Fixture(files.ToImmutable());

        void Close()
        {
            // What stands before the first header is a file only when it says something.
            if (path is not null || body.Any(line => !string.IsNullOrWhiteSpace(line)))
            {
                if (path is null && files.Count == 0 && lines.Any(line => line.StartsWith(Header, StringComparison.Ordinal)))
                {
                    throw new FixtureException($"Text before the first '{Header}': {body.First(line => line.Length > 0)}");
                }

                files.Add(ReadFile(path ?? "/Main.cs", options, string.Join('\n', body)));
            }

            body.Clear();
        }
    }

    private static (string Path, ImmutableDictionary<string, string> Options) ReadHeader(string line)
    {
        var words = line[Header.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !words[0].StartsWith('/')) throw new FixtureException($"A path that begins with / must follow '{Header}': {line}");

        var options = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var word in words[1..])
        {
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? word : word[..colon];
            if (!KnownOptions.Contains(name)) throw new FixtureException($"Unknown option '{name}'. Known: {string.Join(", ", KnownOptions)}. In: {line}");
            options[name] = colon < 0 ? "" : word[(colon + 1)..];
        }

        return (words[0], options.ToImmutable());
    }

    private static FixtureFile ReadFile(string path, ImmutableDictionary<string, string> options, string body)
    {
        var lineBreak = options.GetValueOrDefault("eol", "lf") switch
        {
            "lf" => "\n",
            "crlf" => "\r\n",
            "cr" => "\r",
            var other => throw new FixtureException($"{path}: eol is lf, crlf or cr, not {other}."),
        };
        var marked = string.Equals(lineBreak, "\n", StringComparison.Ordinal) ? body : body.Replace("\n", lineBreak, StringComparison.Ordinal);
        if (options.ContainsKey("bom")) marked = '\uFEFF' + marked;
        if (options.ContainsKey("raw")) return new FixtureFile(path, marked, options, null, [], []);

        var (text, cursor, spans) = TakeMarks(path, marked);
        return new FixtureFile(path, text, options, cursor, spans, ReadNotes(path, text));
    }

    private static (string Text, int? Cursor, ImmutableArray<FixtureSpan> Spans) TakeMarks(string path, string marked)
    {
        var text = new StringBuilder(marked.Length);
        var open = new Stack<(string? Name, int Start, string Close)>();
        var spans = new List<FixtureSpan>();
        int? cursor = null;

        for (var at = 0; at < marked.Length;)
        {
            var rest = marked.AsSpan(at);
            if (rest.StartsWith("$0"))
            {
                if (cursor is not null) throw new FixtureException($"{path}: only one cursor ($0) can be in a fixture.");
                cursor = text.Length;
                at += 2;
            }
            else if (rest.StartsWith("[|"))
            {
                open.Push((null, text.Length, "|]"));
                at += 2;
            }
            else if (rest.StartsWith("{|"))
            {
                var colon = rest.IndexOf(':');
                if (colon < 3 || rest[2..colon].ContainsAnyExcept(NameCharacters)) throw new FixtureException($"{path}: a name and a colon must follow '{{|': {Excerpt(rest)}");
                open.Push((rest[2..colon].ToString(), text.Length, "|}"));
                at += colon + 1;
            }
            else if (rest.StartsWith("|]") || rest.StartsWith("|}"))
            {
                if (!open.TryPop(out var span) || !rest.StartsWith(span.Close)) throw new FixtureException($"{path}: '{rest[..2]}' closes nothing: {Excerpt(rest)}");
                spans.Add(new FixtureSpan(span.Name, span.Start, text.Length));
                at += 2;
            }
            else
            {
                text.Append(marked[at]);
                at++;
            }
        }

        if (open.TryPeek(out var left)) throw new FixtureException($"{path}: a span is never closed with '{left.Close}'.");
        return (text.ToString(), cursor, [.. spans.OrderBy(span => span.Start).ThenByDescending(span => span.End)]);
    }

    private static ImmutableArray<FindingNote> ReadNotes(string path, string text)
    {
        var notes = ImmutableArray.CreateBuilder<FindingNote>();
        var lines = LineIndex.Of(text);
        var above = -1;
        for (var line = 0; line < lines.Count; line++)
        {
            var content = lines.ContentOf(text, line);
            if (!TryReadNote(content, out var start, out var end, out var code, out var message))
            {
                above = line;
                continue;
            }

            if (above < 0) throw new FixtureException($"{path}:{line + 1}: a note has no line above it.");
            if (end > lines.ContentOf(text, above).Length) throw new FixtureException($"{path}:{line + 1}: the carets reach past the end of the line above.");
            notes.Add(new FindingNote(new TextRange(new TextPosition(above, start), new TextPosition(above, end)), code, message));
        }

        return notes.ToImmutable();
    }

    /// <summary>Reads <c>// ^^^ CODE message</c>; false for any other line.</summary>
    internal static bool TryReadNote(ReadOnlySpan<char> line, out int start, out int end, out string code, out string message)
    {
        (start, end, code, message) = (0, 0, "", "");
        var trimmed = line.TrimStart();
        if (!trimmed.StartsWith("//")) return false;
        var marks = trimmed[2..].TrimStart(' ');
        if (!marks.StartsWith("^")) return false;

        start = line.Length - marks.Length;
        var carets = marks.IndexOfAnyExcept('^');
        end = carets < 0 ? line.Length : start + carets;
        var words = carets < 0 ? [] : marks[carets..].Trim();
        var space = words.IndexOf(' ');
        code = (space < 0 ? words : words[..space]).ToString();
        message = space < 0 ? "" : words[(space + 1)..].Trim().ToString();
        if (code.Length == 0) throw new FixtureException($"A rule must follow the carets: {line}");
        return true;
    }

    private static string Excerpt(ReadOnlySpan<char> text) => text[..Math.Min(40, text.Length)].ToString();
}
