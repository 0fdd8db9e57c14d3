using System.Runtime.InteropServices;

namespace Glassbox.Completion.Corpus;

/// <summary>
/// Where the names of a document get their values from, as far as tokens tell: a declared type (<c>Order order</c>,
/// <c>var order = new Order(</c>), the call or member that gave it (<c>var order = store.Find(</c>), the collection it is taken from.
/// </summary>
internal static class Origins
{
    private const int LongestTypeArguments = 30;
    private const int LongestInitializer = 24;

    /// <summary>A declared type.</summary>
    public static ulong OfType(int type) => StableHash.Mix(11, (ulong)type);

    private static ulong OfCall(int called) => StableHash.Mix(12, (ulong)called);

    private static ulong OfElement(int collection) => StableHash.Mix(13, (ulong)collection);

    /// <summary>The origin of each name that a document declares; where it declares one several times, the last.</summary>
    /// <param name="tokens">The document.</param>
    /// <param name="numbers">Knows the tokens' texts.</param>
    /// <param name="into">Filled.</param>
    public static void Read<TNumbers>(ReadOnlySpan<int> tokens, TNumbers numbers, Dictionary<int, ulong> into)
        where TNumbers : ITokenNumbers
    {
        for (var i = 1; i + 1 < tokens.Length; i++)
        {
            if (At(tokens, i, numbers) is { } origin) CollectionsMarshal.GetValueRefOrAddDefault(into, Token.NumberOf(tokens[i]), out _) = origin;
        }
    }

    // What a name comes from, where it is declared at this place.
    private static ulong? At<TNumbers>(ReadOnlySpan<int> tokens, int at, TNumbers numbers)
        where TNumbers : ITokenNumbers
    {
        if ((numbers.TraitsOf(Token.NumberOf(tokens[at])) & (WordTraits.Word | WordTraits.CSharpKeyword)) != WordTraits.Word) return null;
        var after = Token.NumberOf(tokens[at + 1]);
        if (Token.NumberOf(tokens[at - 1]) == Lexicon.Var)
        {
            return after switch
            {
                Lexicon.Assign => OfInitializer(tokens[(at + 2)..], numbers),
                Lexicon.In => OfCollection(tokens[(at + 2)..], numbers),
                _ => null,
            };
        }

        if (after is not (Lexicon.Assign or Lexicon.Semicolon or Lexicon.Comma or Lexicon.CloseParenthesis or Lexicon.OpenBrace or Lexicon.Arrow or Lexicon.In)) return null;
        return TypeBefore(tokens, at, numbers) is var type and not 0 ? OfType(type) : null;
    }

    private static ulong? OfInitializer<TNumbers>(ReadOnlySpan<int> tokens, TNumbers numbers)
        where TNumbers : ITokenNumbers
    {
        if (tokens.Length > 1 && Token.NumberOf(tokens[0]) == Lexicon.New)
            return (numbers.TraitsOf(Token.NumberOf(tokens[1])) & WordTraits.Upper) != 0 ? OfType(Token.NumberOf(tokens[1])) : null;
        return LastName(tokens, numbers) is var last and not 0 ? OfCall(last) : null;
    }

    private static ulong? OfCollection<TNumbers>(ReadOnlySpan<int> tokens, TNumbers numbers)
        where TNumbers : ITokenNumbers => LastName(tokens, numbers) is var last and not 0 ? OfElement(last) : null;

    // "Find" of "await store.Orders.Find(", "Orders" of "store.Orders;".
    private static int LastName<TNumbers>(ReadOnlySpan<int> tokens, TNumbers numbers)
        where TNumbers : ITokenNumbers
    {
        var last = 0;
        for (var i = 0; i < Math.Min(tokens.Length, LongestInitializer); i++)
        {
            var number = Token.NumberOf(tokens[i]);
            if (number is Lexicon.Dot or Lexicon.ConditionalDot or Lexicon.Await) continue;
            if ((numbers.TraitsOf(number) & WordTraits.Word) == 0) return last;
            last = number;
        }

        return 0;
    }

    /// <summary>The name of the type before a declared name: before type arguments, brackets and a question mark; 0 if there is none.</summary>
    private static int TypeBefore<TNumbers>(ReadOnlySpan<int> tokens, int name, TNumbers numbers)
        where TNumbers : ITokenNumbers
    {
        var at = name - 1;
        if (Token.NumberOf(tokens[at]) == Lexicon.Question && !Token.HasSpace(tokens[at])) at--;
        if (at >= 0 && Token.NumberOf(tokens[at]) == Lexicon.Greater) at = BeforeTypeArguments(tokens, at);
        if (at < 0) return 0;
        var type = Token.NumberOf(tokens[at]);
        return Lexicon.IsKeywordType(type) || (numbers.TraitsOf(type) & (WordTraits.Word | WordTraits.Upper)) == (WordTraits.Word | WordTraits.Upper) ? type : 0;
    }

    private static int BeforeTypeArguments(ReadOnlySpan<int> tokens, int close)
    {
        var depth = 0;
        for (var at = close; at >= 0 && close - at < LongestTypeArguments; at--)
        {
            switch (Token.NumberOf(tokens[at]))
            {
                case Lexicon.Greater: depth++; break;
                case Lexicon.Less when --depth == 0: return at - 1;
                case Lexicon.Semicolon or Lexicon.OpenBrace or Lexicon.CloseBrace or Lexicon.Assign or Lexicon.OpenParenthesis or Lexicon.CloseParenthesis or Lexicon.LineBreak: return -1;
            }
        }

        return -1;
    }
}
