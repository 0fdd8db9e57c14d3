using Glassbox.Completion.Lexing;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Feedback;

/// <summary>An offer that may still be taken, and how much of it stands in the text.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Offer">What was shown.</param>
/// <param name="Text">What would stand there, with the line ends of the document.</param>
/// <param name="Start">Where it would begin in the newest text.</param>
/// <param name="Present">How much stands in its place: for ghost text, how much of it.</param>
/// <param name="TakenFrom">Where in it what the editor inserted begins; -1 where all was typed.</param>
internal sealed record OpenOffer(long Id, Offer Offer, string Text, int Start, int Present, int TakenFrom)
{
    private const string Closing = ")]}>\"' \t;";

    /// <summary>It goes on what stands there; else it would replace it.</summary>
    public bool GoesOn { get; init; }

    /// <summary>Where what stands in its place ends.</summary>
    public int End => Start + Present;

    /// <summary>Opens an offer for a text.</summary>
    public static OpenOffer Of(long id, Offer offer, SourceText text)
    {
        var own = offer.Text.Contains('\n', StringComparison.Ordinal) ? offer.Text.ReplaceLineEndings(LineEndOf(text)) : offer.Text;
        var goesOn = own.AsSpan().StartsWith(text.ToString(new TextSpan(offer.Start, offer.Length)), StringComparison.Ordinal);
        return new OpenOffer(id, offer, own, offer.Start, offer.Length, TakenFrom: -1) { GoesOn = goesOn };
    }

    /// <summary>The same offer, made again while it was being taken or typed.</summary>
    public bool IsSame(OpenOffer other) =>
        GoesOn && other.GoesOn && End == other.End && Text.AsSpan(Present).SequenceEqual(other.Text.AsSpan(other.Present));

    /// <summary>What an edit makes of it: still open, or null; with the outcome if there is one.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="isPicked">The editor inserted a candidate of the popup.</param>
    public (OpenOffer? Open, OfferEnd? End) After(in TrimmedEdit edit, bool isPicked)
    {
        if (edit.Start < Start && edit.End <= Start) return (this with { Start = Start + edit.Growth }, null);
        if (edit.Start < Start) return (null, null);
        // Done by hand a key at a time it is the user's own.
        var isInserted = !isPicked && IsInserted(edit);
        if (edit.Replaces(Start, Present, Text)) return (this with { Present = Text.Length, TakenFrom = isInserted ? First(Present) : TakenFrom }, isInserted ? OfferEnd.Taken : null);
        if (edit.Start > End) return (this, null);
        if (!GoesOn || edit.End > End) return (null, null);
        var reached = Present + edit.Growth;
        if (reached >= 0 && reached <= Text.Length && edit.Replaces(Start, Present, Text.AsSpan(0, reached)))
        {
            if (edit.Growth < 0) return (null, null);
            isInserted &= HasWord(edit.Inserted);
            return (this with { Present = reached, TakenFrom = isInserted ? First(Present) : TakenFrom }, isInserted ? OfferEnd.Taken : null);
        }

        var now = edit.After.ToString(new TextSpan(Start, reached));
        if (now.StartsWith(Text, StringComparison.Ordinal)) return (this with { Present = Text.Length, TakenFrom = isInserted ? First(Present) : TakenFrom }, isInserted ? OfferEnd.Taken : null);
        // The editor closes what the user opens.
        var typed = now.TrimEnd(Closing.ToCharArray());
        if (edit.Growth > 0 && typed.Length >= Present && Text.StartsWith(typed, StringComparison.Ordinal)) return (this with { Present = typed.Length }, null);
        return (null, edit.Growth > 0 ? OfferEnd.TypedPast : null);
    }

    /// <summary>How much of the offer a text begins with.</summary>
    public int AgreedWith(SourceText text)
    {
        var length = 0;
        while (length < Text.Length && Start + length < text.Length && text[Start + length] == Text[length]) length++;
        return length;
    }

    private int First(int from) => TakenFrom >= 0 ? TakenFrom : GoesOn ? from : 0;

    // A pair of brackets or quotes comes of one key.
    private static bool IsInserted(in TrimmedEdit edit) =>
        Math.Max(edit.NewLength, edit.Length) > 1 && (edit.NewLength != 2 || edit.Inserted is not ("()" or "[]" or "{}" or "<>" or "\"\"" or "''" or "\r\n"));

    // Indentation comes by itself.
    private static bool HasWord(string text) => text.Any(IdentifierCharacters.IsPart);

    private static string LineEndOf(SourceText text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '\n' or '\r') return text[at] == '\r' ? at + 1 < text.Length && text[at + 1] == '\n' ? "\r\n" : "\r" : "\n";
        }

        return "\n";
    }
}
