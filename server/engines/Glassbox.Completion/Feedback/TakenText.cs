using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Feedback;

/// <summary>What was taken, followed through later edits.</summary>
/// <param name="Of">The offer that it was taken from.</param>
/// <param name="Original">As it was taken.</param>
/// <param name="Start">Where it begins in the newest text.</param>
/// <param name="Length">How long what is left of it is, with what was written into it.</param>
internal sealed record TakenText(OpenOffer Of, string Original, int Start, int Length)
{
    // Of what was taken at least this share must stay from its two ends, or it was not what the user wanted.
    private const double LeastKept = 0.5;

    /// <summary>As it is after an edit.</summary>
    public TakenText After(in TrimmedEdit edit)
    {
        // At its end the user goes on, which is no change of it.
        if (edit.Start >= Start + Length) return this;
        if (edit.End <= Start) return this with { Start = Start + edit.Growth };
        var left = Math.Min(Start, edit.Start);
        var kept = Math.Max(0, Start + Length - edit.End);
        return edit.Start < Start
            ? this with { Start = left + edit.NewLength, Length = kept }
            : this with { Length = Math.Max(0, edit.Start - Start) + edit.NewLength + kept };
    }

    /// <summary>True when little of it is left. White space says nothing: formatters change it.</summary>
    public bool IsGone(SourceText text)
    {
        var was = WithoutSpace(Original);
        var now = WithoutSpace(text.ToString(new TextSpan(Start, Length)));
        var most = Math.Min(was.Length, now.Length);
        var front = 0;
        while (front < most && was[front] == now[front]) front++;
        var back = 0;
        while (back < most - front && was[^(back + 1)] == now[^(back + 1)]) back++;
        return front + back < was.Length * LeastKept;
    }

    private static string WithoutSpace(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
