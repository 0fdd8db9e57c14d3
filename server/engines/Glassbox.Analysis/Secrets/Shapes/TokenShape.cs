namespace Glassbox.Analysis.Secrets.Shapes;

/// <summary>A published shape of tokens: fixed characters, a run of others behind them, and perhaps one before.</summary>
/// <param name="Anchor">The fixed characters, in which the search for the shape begins.</param>
internal sealed record TokenShape(SecretKind Kind, string Anchor, CharacterRun Body)
{
    /// <summary>What stands before the anchor and belongs to the token.</summary>
    public CharacterRun? Lead { get; init; }

    /// <summary>A word that may stand right before the token without being part of it.</summary>
    public string? After { get; init; }

    public TokenCheck Check { get; init; } = TokenChecks.LooksRandom;

    /// <summary>Tries the shape where its anchor stands.</summary>
    public TokenVerdict Match(string text, int at, out int start, out int end)
    {
        start = Lead is null ? at : at - Lead.LengthBefore(text, at);
        var bodyStart = at + Anchor.Length;
        end = bodyStart + Body.LengthAfter(text, bodyStart);
        if (Lead is not null && !Lead.Allows(at - start)) return TokenVerdict.Refused;
        // The end of a sentence.
        while (end - bodyStart > Body.Min && text[end - 1] == '.') end--;
        if (!Body.Allows(end - bodyStart) || !IsStart(text, start) || !TokenBorders.IsEnd(text, end)) return TokenVerdict.Refused;
        // A prefix is the same in all tokens and says nothing about chance.
        var secret = Lead is null ? bodyStart : start;
        return Check(text.AsSpan(secret, end - secret));
    }

    private bool IsStart(string text, int at) =>
        TokenBorders.IsStart(text, at) || (After is not null && at >= After.Length && string.CompareOrdinal(text, at - After.Length, After, 0, After.Length) == 0);
}
