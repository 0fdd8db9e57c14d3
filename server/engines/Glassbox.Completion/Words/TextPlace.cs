using Glassbox.Completion.Lexing;

namespace Glassbox.Completion.Words;

/// <summary>What a cursor stands in, as far as tokens tell.</summary>
/// <param name="IsNote">A comment or a string.</param>
/// <param name="Quote">Offset of the quote whose string begins on the cursor's line and is not closed before it; -1 where there is none.</param>
/// <param name="IsMember">Right behind an operator that leads to a member.</param>
internal readonly record struct TextPlace(bool IsNote, int Quote, bool IsMember)
{
    /// <summary>Reads a place.</summary>
    /// <param name="before">The text before the word at the cursor.</param>
    /// <param name="rules">The language.</param>
    public static TextPlace After(ReadOnlySpan<char> before, LexicalRules rules)
    {
        var lexer = new CodeLexer(before, rules);
        var quote = -1;
        while (lexer.MoveNext())
        {
            var token = lexer.Current;
            if (token.Kind == CodeTokenKind.LineBreak) quote = -1;
            else if (quote < 0 && token.Kind == CodeTokenKind.Operator && rules.Quotes.Contains(before[token.Start])) quote = token.Start;
        }

        if (lexer.EndsInComment) return new TextPlace(IsNote: true, -1, IsMember: false);
        return quote >= 0 ? new TextPlace(IsNote: true, quote, IsMember: false) : new TextPlace(IsNote: false, -1, IsBehindMemberOperator(before, rules));
    }

    private static bool IsBehindMemberOperator(ReadOnlySpan<char> before, LexicalRules rules)
    {
        foreach (var candidate in rules.MemberOperators)
        {
            if (!before.EndsWith(candidate, StringComparison.Ordinal)) continue;
            var left = before[..^candidate.Length];
            // Neither a range, nor what spreads a list, nor a number's fraction, nor a type behind a name.
            if (left.IsEmpty || left[^1] is '.' or ':') return false;
            var word = left[rules.StartOfWord(left, left.Length)..];
            if (!word.IsEmpty) return !char.IsAsciiDigit(word[0]);
            return left[^1] is ')' or ']' or '}' or '"' or '\'' or '`' or '?' or '!' or '>' || (candidate != ":" && IsAtLineStart(left));
        }

        return false;
    }

    // Calls are chained over lines.
    private static bool IsAtLineStart(ReadOnlySpan<char> left) => left.TrimEnd(" \t") is var rest && !rest.IsEmpty && rest[^1] is '\r' or '\n';
}
