using Glassbox.Completion.Corpus;

namespace Glassbox.Completion.Ranking;

/// <summary>
/// The name that a value is written for: <c>Total</c> in <c>Total = order.</c>, in <c>var total = order.</c> and in
/// <c>total: order.</c>. What it is called there is often what it is called here.
/// </summary>
internal static class TargetName
{
    private const int Reach = 12;

    /// <summary>The name before the expression that ends at the cursor, or null.</summary>
    public static string? Before(BufferTokens buffer)
    {
        var tokens = buffer.Before;
        for (var at = tokens.Length - 1; at > 0 && at > tokens.Length - Reach; at--)
        {
            var number = Token.NumberOf(tokens[at]);
            if (number is Lexicon.Assign or Lexicon.Colon)
            {
                var target = buffer.TextOf(Token.NumberOf(tokens[at - 1]));
                return target.Length > 1 && (char.IsLetter(target[0]) || target[0] == '_') ? target.TrimStart('_') : null;
            }

            // Receivers are names, dots and "this"; anything else begins another expression.
            if (number is not (Lexicon.Dot or Lexicon.ConditionalDot or Lexicon.Await) && !Token.IsName(tokens[at]) && (buffer.TraitsOf(number) & WordTraits.Word) == 0) return null;
        }

        return null;
    }
}
