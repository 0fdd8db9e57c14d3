using Glassbox.Completion.Corpus;

namespace Glassbox.Completion.Ranking;

/// <summary>
/// The member that was last used on the receiver at the cursor: after <c>Open</c> comes <c>Read</c>, and the arms of a switch
/// name the members of an enum one after the other.
/// </summary>
/// <param name="Receiver">The number of the name before the dot.</param>
/// <param name="Name">The number of the member that was used on it before.</param>
internal readonly record struct PreviousMember(int Receiver, int Name)
{
    private const int NearName = 9;

    /// <summary>Reads it from the tokens before the cursor; null where the receiver is no name, or was not used before.</summary>
    public static PreviousMember? Before(ReadOnlySpan<int> tokens)
    {
        if (tokens.Length < 2 || !IsDot(tokens[^1])) return null;
        var receiver = Token.NumberOf(tokens[^2]);
        for (var at = tokens.Length - 3; at >= 2; at--)
        {
            if (Token.NumberOf(tokens[at - 2]) == receiver && IsDot(tokens[at - 1])) return new PreviousMember(receiver, Token.NumberOf(tokens[at]));
        }

        return null;
    }

    /// <summary>The number of the name before the receiver's: "a.b, a." has just written b. 0 where there is none near.</summary>
    public static int NameBefore(ReadOnlySpan<int> tokens)
    {
        for (var at = tokens.Length - 3; at >= 0 && at > tokens.Length - NearName; at--)
        {
            if (Token.IsName(tokens[at])) return Token.NumberOf(tokens[at]);
        }

        return 0;
    }

    private static bool IsDot(int token) => Token.NumberOf(token) is Lexicon.Dot or Lexicon.ConditionalDot;
}
