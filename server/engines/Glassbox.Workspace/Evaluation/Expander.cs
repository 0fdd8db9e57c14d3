using System.Text;

namespace Glassbox.Workspace.Evaluation;

/// <summary>
/// Expands <c>$(…)</c> and <c>@(…)</c> in the text of a project file. What only MSBuild could compute makes the whole text
/// unknown, which is null; nothing is ever run.
/// </summary>
internal sealed class Expander(PropertyTable properties, Func<string, string> items)
{
    /// <summary>Expands a text, or null where a part is unknown.</summary>
    public string? Expand(string text)
    {
        if (!text.Contains('(')) return text;
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var isOpening = at + 1 < text.Length && text[at + 1] == '(';
            if (!isOpening || text[at] is not ('$' or '@' or '%'))
            {
                result.Append(text[at]);
                continue;
            }

            var end = Closing(text, at + 1);
            if (end < 0) return null;
            var body = text[(at + 2)..end];
            var value = text[at] switch
            {
                '$' => Property(body),
                '@' => Items(body),
                _ => null,
            };
            if (value is null) return null;
            result.Append(value);
            at = end;
        }

        return result.ToString();
    }

    /// <summary>The index of the parenthesis that closes the one at <paramref name="open"/>, or -1.</summary>
    internal static int Closing(string text, int open)
    {
        var depth = 0;
        for (var at = open; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '(':
                    depth++;
                    break;
                case ')' when --depth == 0:
                    return at;
                case '\'' or '"' or '`' when at > open && depth > 0:
                    var close = text.IndexOf(text[at], at + 1);
                    if (close < 0) return -1;
                    at = close;
                    break;
            }
        }

        return -1;
    }

    /// <summary>A list of items, as it is or with each one put into a text: <c>Name-&gt;'%(Identity).x'</c>.</summary>
    private string? Items(string body)
    {
        var arrow = body.IndexOf("->", StringComparison.Ordinal);
        var name = (arrow < 0 ? body : body[..arrow]).Trim();
        if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')) return null;
        if (arrow < 0) return items(name);
        var shape = body[(arrow + 2)..].Trim();
        if (shape.Length < 2 || shape[0] != '\'' || shape[^1] != '\'' || Expand(shape[1..^1].Replace("%(Identity)", "\u0001")) is not { } text) return null;
        return string.Join(';', items(name).Split(';', StringSplitOptions.RemoveEmptyEntries).Select(item => text.Replace("\u0001", item)));
    }

    private string? Property(string body)
    {
        body = body.Trim();
        string? value;
        int at;
        if (body.StartsWith('['))
        {
            var typeEnd = body.IndexOf("]::", StringComparison.Ordinal);
            if (typeEnd < 0) return null;
            at = NameEnd(body, typeEnd + 3);
            var arguments = Arguments(body, ref at, out var known);
            value = known ? PropertyFunctions.Static(body[1..typeEnd], body[(typeEnd + 3)..NameEnd(body, typeEnd + 3)], arguments, properties) : null;
        }
        else
        {
            at = NameEnd(body, 0);
            if (at == 0) return null;
            value = properties[body[..at]];
        }

        while (value is not null && at < body.Length)
        {
            if (body[at] != '.') return null;
            var nameEnd = NameEnd(body, at + 1);
            var name = body[(at + 1)..nameEnd];
            at = nameEnd;
            var arguments = Arguments(body, ref at, out var known);
            value = known ? PropertyFunctions.Instance(value, name, arguments) : null;
        }

        return value;
    }

    private static int NameEnd(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '-')) at++;
        return at;
    }

    private List<string> Arguments(string body, ref int at, out bool known)
    {
        known = true;
        var arguments = new List<string>();
        if (at >= body.Length || body[at] != '(') return arguments;
        var end = Closing(body, at);
        if (end < 0)
        {
            known = false;
            return arguments;
        }

        foreach (var raw in Split(body[(at + 1)..end]))
        {
            var text = raw.Trim();
            if (text.Length > 1 && text[0] is '\'' or '"' or '`' && text[^1] == text[0]) text = text[1..^1];
            if (Expand(text) is { } argument) arguments.Add(argument);
            else known = false;
        }

        at = end + 1;
        return arguments;
    }

    private static IEnumerable<string> Split(string list)
    {
        if (list.Trim().Length == 0) yield break;
        var start = 0;
        var depth = 0;
        char? quote = null;
        for (var at = 0; at < list.Length; at++)
        {
            var letter = list[at];
            if (quote is not null)
            {
                if (letter == quote) quote = null;
            }
            else if (letter is '\'' or '"' or '`')
            {
                quote = letter;
            }
            else if (letter == '(')
            {
                depth++;
            }
            else if (letter == ')')
            {
                depth--;
            }
            else if (letter == ',' && depth == 0)
            {
                yield return list[start..at];
                start = at + 1;
            }
        }

        yield return list[start..];
    }
}
