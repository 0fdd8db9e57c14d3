using Glassbox.Completion.Lexing;

namespace Glassbox.Completion.Corpus;

/// <summary>Turns text into tokens, see <see cref="Token"/>.</summary>
internal static class TokenReader
{
    // Longer strings are data, not habits.
    private const int LongestString = 40;
    private const int LongestWord = 80;
    private const int TabWidth = 4;

    /// <summary>Reads a document that is to be learned: every text gets a number.</summary>
    public static int[] Read(ReadOnlySpan<char> text, LexicalRules rules, FileNames names, Lexicon lexicon) => Read(text, rules, names, new Interning(lexicon));

    /// <summary>Reads text with numbers of the caller's.</summary>
    public static int[] Read<TNumbers>(ReadOnlySpan<char> text, LexicalRules rules, FileNames names, TNumbers numbers)
        where TNumbers : ITokenNumbers
    {
        var tokens = new int[(text.Length / 4) + 16];
        var count = 0;
        var lexer = new CodeLexer(text, rules);
        var indent = 0;
        var pendingBreak = -1;
        while (lexer.MoveNext())
        {
            if (count == tokens.Length) Array.Resize(ref tokens, count + (count / 2));
            var token = lexer.Current;
            if (token.Kind == CodeTokenKind.LineBreak)
            {
                pendingBreak = count;
                tokens[count++] = Token.Break(Indentation.Same);
                continue;
            }

            if (pendingBreak >= 0 || count == 0)
            {
                var own = IndentOf(text, token.Start);
                if (pendingBreak >= 0) tokens[pendingBreak] = Token.Break(own > indent ? Indentation.Deeper : own < indent ? Indentation.Back : Indentation.Same);
                indent = own;
                pendingBreak = -1;
            }

            tokens[count++] = NumberOf(text, token, numbers);
        }

        // The line that the cursor begins: it is indented already, nothing more.
        if (pendingBreak >= 0 && IndentOf(text, text.Length) is var last) tokens[pendingBreak] = Token.Break(last > indent ? Indentation.Deeper : last < indent ? Indentation.Back : Indentation.Same);
        Array.Resize(ref tokens, count);
        if (rules.HasLocals) MarkNames(tokens, rules, names, numbers);
        return tokens;
    }

    /// <summary>The columns of white space before an offset that begins its line; tabs count four.</summary>
    public static int IndentOf(ReadOnlySpan<char> text, int at)
    {
        var columns = 0;
        for (var i = at - 1; i >= 0 && text[i] is ' ' or '\t'; i--) columns += text[i] == '\t' ? TabWidth : 1;
        return columns;
    }

    private static int NumberOf<TNumbers>(ReadOnlySpan<char> text, CodeToken token, TNumbers numbers)
        where TNumbers : ITokenNumbers
    {
        switch (token.Kind)
        {
            case CodeTokenKind.String:
                return Token.Of(token.Length > LongestString ? Lexicon.AnyString : numbers.NumberOf(token.In(text)), TokenClass.String, token.SpaceBefore);
            case CodeTokenKind.Number:
                return Token.Of(token.Length > LongestWord ? Lexicon.AnyNumber : numbers.NumberOf(token.In(text)), TokenClass.Number, token.SpaceBefore);
            default:
                return token.Length > LongestWord
                    ? Token.Of(Lexicon.AnyLocal, TokenClass.Local, token.SpaceBefore)
                    : Token.Of(numbers.NumberOf(token.In(text)), TokenClass.Word, token.SpaceBefore);
        }
    }

    // Told by spelling and neighbours alone: lower case, no member, not called, no argument's name.
    private static void MarkNames<TNumbers>(int[] tokens, LexicalRules rules, FileNames names, TNumbers numbers)
        where TNumbers : ITokenNumbers
    {
        var keyword = rules.IsCSharp ? WordTraits.CSharpKeyword : WordTraits.OtherKeyword;
        var self = names.Self.Length > 0 ? numbers.NumberOf(names.Self) : 0;
        var subject = names.Subject.Length > 0 ? numbers.NumberOf(names.Subject) : 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (Token.NumberOf(tokens[i]) is var number && number != 0 && (number == self || number == subject))
            {
                tokens[i] = Token.As(tokens[i], number == self ? TokenClass.Self : TokenClass.Subject);
                continue;
            }

            if ((tokens[i] & 14) != 0 || Token.IsBreak(tokens[i])) continue;
            var traits = numbers.TraitsOf(number);
            if ((traits & (WordTraits.Word | keyword)) != WordTraits.Word) continue;
            tokens[i] = Token.As(tokens[i], TokenClass.Name);
            if ((traits & WordTraits.Upper) != 0) continue;
            var before = i > 0 ? Token.NumberOf(tokens[i - 1]) : 0;
            if (before is Lexicon.Dot or Lexicon.ConditionalDot or Lexicon.Pointer or Lexicon.Scope) continue;
            var after = i + 1 < tokens.Length ? Token.NumberOf(tokens[i + 1]) : 0;
            if (after == Lexicon.OpenParenthesis || (after == Lexicon.Colon && before is Lexicon.OpenParenthesis or Lexicon.Comma)) continue;
            tokens[i] = Token.As(tokens[i], TokenClass.Local);
        }
    }

    private readonly struct Interning(Lexicon lexicon) : ITokenNumbers
    {
        public int NumberOf(ReadOnlySpan<char> text) => lexicon.Intern(text);

        public WordTraits TraitsOf(int number) => lexicon.TraitsOf(number);
    }
}
