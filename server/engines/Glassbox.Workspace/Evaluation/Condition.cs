using System.Globalization;

namespace Glassbox.Workspace.Evaluation;

/// <summary>
/// Evaluates an MSBuild condition: true, false, or null where it cannot be known without running MSBuild. A half that
/// decides is enough: <c>false and unknown</c> is false.
/// </summary>
internal sealed class Condition
{
    private readonly string text;
    private readonly Expander expander;
    private readonly string directory;
    private int at;
    private bool isBroken;

    private Condition(string text, Expander expander, string directory)
    {
        this.text = text;
        this.expander = expander;
        this.directory = directory;
    }

    /// <summary>Evaluates a condition; an empty one holds.</summary>
    /// <param name="text">As the attribute has it.</param>
    /// <param name="expander">Knows the properties.</param>
    /// <param name="directory">Of the project, for <c>Exists</c>.</param>
    public static bool? Evaluate(string? text, Expander expander, string directory)
    {
        if (string.IsNullOrWhiteSpace(text)) return true;
        var condition = new Condition(text, expander, directory);
        var result = condition.Or();
        condition.Blanks();
        return condition.isBroken || condition.at < text.Length ? null : result;
    }

    private bool? Or()
    {
        var result = And();
        while (Word("or"))
        {
            var right = And();
            result = result == true || right == true ? true : result is null || right is null ? null : false;
        }

        return result;
    }

    private bool? And()
    {
        var result = Not();
        while (Word("and"))
        {
            var right = Not();
            result = result == false || right == false ? false : result is null || right is null ? null : true;
        }

        return result;
    }

    private bool? Not()
    {
        Blanks();
        if (at < text.Length && text[at] == '!' && !(at + 1 < text.Length && text[at + 1] == '='))
        {
            at++;
            return !Not();
        }

        if (at < text.Length && text[at] == '(')
        {
            at++;
            var inner = Or();
            Blanks();
            if (at < text.Length && text[at] == ')') at++;
            else isBroken = true;
            return inner;
        }

        return Comparison();
    }

    private bool? Comparison()
    {
        var (left, function) = Operand();
        if (function is not null) return Call(function, left);
        Blanks();
        var operation = Operator();
        if (operation is null) return ToBoolean(left);
        var (right, _) = Operand();
        if (left is null || right is null) return null;
        return operation switch
        {
            "==" => Same(left, right),
            "!=" => !Same(left, right),
            _ => Order(left, right) is { } order
                ? operation switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 }
                : null,
        };
    }

    private string? Operator()
    {
        foreach (var candidate in (ReadOnlySpan<string>)["==", "!=", "<=", ">=", "<", ">"])
        {
            if (string.CompareOrdinal(text, at, candidate, 0, candidate.Length) != 0) continue;
            at += candidate.Length;
            return candidate;
        }

        return null;
    }

    /// <summary>A quoted or bare value, or the argument of a function together with its name.</summary>
    private (string? Value, string? Function) Operand()
    {
        Blanks();
        if (at >= text.Length)
        {
            isBroken = true;
            return (null, null);
        }

        if (text[at] is '\'' or '"')
        {
            var close = QuoteEnd(at);
            if (close < 0)
            {
                isBroken = true;
                return (null, null);
            }

            var quoted = text[(at + 1)..close];
            at = close + 1;
            return (expander.Expand(quoted), null);
        }

        if (text[at] is '$' or '@' or '%' && at + 1 < text.Length && text[at + 1] == '(')
        {
            var close = Expander.Closing(text, at + 1);
            if (close < 0)
            {
                isBroken = true;
                return (null, null);
            }

            var bare = text[at..(close + 1)];
            at = close + 1;
            return (expander.Expand(bare), null);
        }

        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '_' or '-' or '+')) at++;
        if (at == start)
        {
            isBroken = true;
            return (null, null);
        }

        var word = text[start..at];
        Blanks();
        if (at >= text.Length || text[at] != '(') return (word, null);
        at++;
        var argument = Operand().Value;
        Blanks();
        if (at < text.Length && text[at] == ')') at++;
        else isBroken = true;
        return (argument, word);
    }

    /// <summary>The quote that ends a string: quotes inside <c>$(…)</c> belong to that expression.</summary>
    private int QuoteEnd(int open)
    {
        for (var index = open + 1; index < text.Length; index++)
        {
            if (text[index] == text[open]) return index;
            if (text[index] is '$' or '@' && index + 1 < text.Length && text[index + 1] == '(')
            {
                var close = Expander.Closing(text, index + 1);
                if (close > 0) index = close;
            }
        }

        return -1;
    }

    private bool? Call(string function, string? argument) => function.ToLowerInvariant() switch
    {
        _ when argument is null => null,
        "exists" => argument.Length > 0 && Exists(argument),
        "hastrailingslash" => argument.EndsWith('/') || argument.EndsWith('\\'),
        _ => null,
    };

    private bool Exists(string path)
    {
        var full = Path.Combine(directory, PropertyFunctions.Slashes(path));
        return File.Exists(full) || Directory.Exists(full);
    }

    private bool Word(string word)
    {
        Blanks();
        var end = at + word.Length;
        if (end > text.Length || !text.AsSpan(at, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)) return false;
        if (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')) return false;
        at = end;
        return true;
    }

    private void Blanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }

    private static bool Same(string left, string right)
    {
        if (string.Equals(left, right, StringComparison.OrdinalIgnoreCase)) return true;
        if (ToBoolean(left) is { } first && ToBoolean(right) is { } second) return first == second;
        return double.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var one)
            && double.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var two)
            && one.Equals(two);
    }

    private static int? Order(string left, string right)
    {
        if (double.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var one)
            && double.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var two))
        {
            return one.CompareTo(two);
        }

        return Version.TryParse(left, out var first) && Version.TryParse(right, out var second) ? first.CompareTo(second) : null;
    }

    private static bool? ToBoolean(string? value) => value?.Trim().ToLowerInvariant() switch
    {
        "true" or "on" or "yes" or "!false" or "!off" or "!no" => true,
        "false" or "off" or "no" or "!true" or "!on" or "!yes" => false,
        _ => null,
    };
}
