using Glassbox.Completion.Counts;

namespace Glassbox.Completion.Ranking;

/// <summary>
/// The name that a value is written for: <c>Total</c> in <c>Total = order.</c>, in <c>var total = order.</c> and in
/// <c>total: order.</c>. What it is called there is often what it is called here.
/// </summary>
internal static class TargetName
{
    private const int Reach = 12;
    private const double Same = 24;
    private const double Ends = 5;

    /// <summary>The name before the receiver that ends at the cursor's dot, or null.</summary>
    public static string? Before(BufferTokens buffer)
    {
        var tokens = buffer.Before;
        for (var at = tokens.Length - 1; at > 0 && at > tokens.Length - Reach; at--)
        {
            var word = TextAt(buffer, at);
            if (word is "=" or ":")
            {
                var target = TextAt(buffer, at - 1);
                return target.Length > 1 && (char.IsLetter(target[0]) || target[0] == '_') ? target.TrimStart('_') : null;
            }

            // Receivers are names, dots and "this"; anything else begins another expression.
            if (word.Length == 0 || !(char.IsLetter(word[0]) || word is "_" or "." or "?." or "!" || word[0] == '_')) return null;
        }

        return null;
    }

    /// <summary>How much likelier a candidate is for it.</summary>
    public static double Factor(string target, string name)
    {
        if (name.Equals(target, StringComparison.OrdinalIgnoreCase)) return Same;
        if (target.Length < 3 || name.Length < 3) return 1;
        return target.EndsWith(name, StringComparison.OrdinalIgnoreCase) || name.EndsWith(target, StringComparison.OrdinalIgnoreCase) ? Ends : 1;
    }

    private static string TextAt(BufferTokens buffer, int at) => buffer.TextOf(TokenSequence.NumberOf(buffer.Before[at]));
}
