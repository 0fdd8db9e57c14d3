using Glassbox.Completion.Counts;

namespace Glassbox.Completion.Ranking;

/// <summary>
/// The member that was last used on the receiver at the cursor: after <c>Open</c> comes <c>Read</c>, and the arms of a switch
/// name the members of an enum one after the other.
/// </summary>
/// <param name="Receiver">The name before the dot.</param>
/// <param name="Name">The member that was used on it before.</param>
internal sealed record PreviousMember(string Receiver, string Name)
{
    /// <summary>Reads it from the buffer; null where the receiver is no name, or was not used before.</summary>
    public static PreviousMember? Before(BufferTokens buffer)
    {
        var tokens = buffer.Before;
        if (tokens.Length < 2 || !IsDot(buffer, tokens, tokens.Length - 1)) return null;
        var receiver = TokenSequence.NumberOf(tokens[^2]);
        for (var at = tokens.Length - 3; at >= 2; at--)
        {
            if (TokenSequence.NumberOf(tokens[at - 2]) != receiver || !IsDot(buffer, tokens, at - 1)) continue;
            return new PreviousMember(buffer.TextOf(receiver), buffer.TextOf(TokenSequence.NumberOf(tokens[at])));
        }

        return null;
    }

    private static bool IsDot(BufferTokens buffer, int[] tokens, int at) => buffer.TextOf(TokenSequence.NumberOf(tokens[at])) is "." or "?.";
}
