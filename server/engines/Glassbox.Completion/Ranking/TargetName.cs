using Glassbox.Completion.Corpus;

namespace Glassbox.Completion.Ranking;

/// <summary>
/// The name that a value is written for: <c>Total</c> in <c>Total = order.</c>, in <c>var total = order.</c> in
/// <c>total: order.</c> and in <c>Write("Total", order.</c>. What it is called there is often what it is called here.
/// </summary>
internal static class TargetName
{
    private const int Reach = 12;

    /// <summary>The name before the expression that ends at the cursor, or null.</summary>
    public static string? Before(BufferTokens buffer) => Before(buffer.Before, buffer);

    /// <summary>The name before the expression that ends with some tokens of a buffer, or null.</summary>
    public static string? Before(ReadOnlySpan<int> tokens, BufferTokens buffer)
    {
        for (var at = tokens.Length - 1; at > 0 && at > tokens.Length - Reach; at--)
        {
            var number = Token.NumberOf(tokens[at]);
            if (number is Lexicon.Assign or Lexicon.Colon)
            {
                var target = buffer.TextOf(Token.NumberOf(tokens[at - 1]));
                return target.Length > 1 && (char.IsLetter(target[0]) || target[0] == '_') ? target.TrimStart('_') : null;
            }

            // Write("Total", order.): what is written is called as it is written.
            if (number == Lexicon.Comma)
                return at > 1 && Token.ClassOf(tokens[at - 1]) == TokenClass.String && buffer.TextOf(Token.NumberOf(tokens[at - 1])).Trim('"') is [var first, ..] text && char.IsLetter(first) ? text : null;

            // Receivers are names, dots and "this"; anything else begins another expression.
            if (number is not (Lexicon.Dot or Lexicon.ConditionalDot or Lexicon.Await) && !Token.IsName(tokens[at]) && (buffer.TraitsOf(number) & WordTraits.Word) == 0) return null;
        }

        return null;
    }
}
