using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.NextEdit;

/// <summary>What the user did at one place, however many keystrokes it took.</summary>
/// <param name="Before">The text before the first keystroke.</param>
/// <param name="BeforeStart">Where the stretch began in it.</param>
/// <param name="OldLength">How long it was.</param>
/// <param name="Start">Where it begins in the newest text.</param>
/// <param name="NewLength">How long it is there.</param>
internal sealed record RecordedEdit(SourceText Before, int BeforeStart, int OldLength, int Start, int NewLength)
{
    /// <summary>Where it ends in the newest text.</summary>
    public int End => Start + NewLength;

    /// <summary>What it was.</summary>
    public TextSpan OldSpan => new(BeforeStart, OldLength);

    /// <summary>What it is.</summary>
    public TextSpan NewSpan => new(Start, NewLength);

    /// <summary>The newest edit goes on: a stretch of the newest text was replaced that touches it.</summary>
    public RecordedEdit GoOn(int start, int length, int newLength)
    {
        // Invariant: outside of the newest edit the text before it and the newest text are the same.
        var left = Math.Max(0, Start - start);
        var right = Math.Max(0, start + length - End);
        return this with
        {
            BeforeStart = BeforeStart - left,
            OldLength = OldLength + left + right,
            Start = Start - left,
            NewLength = NewLength + left + right + newLength - length,
        };
    }

    /// <summary>This edit, a newer one that does not touch it, and what stands between them, as one.</summary>
    public RecordedEdit With(RecordedEdit newer)
    {
        var isAfter = newer.Start >= End;
        var gap = isAfter ? newer.Start - End : Start - newer.End;
        return this with
        {
            BeforeStart = isAfter ? BeforeStart : BeforeStart - gap - newer.OldLength,
            OldLength = OldLength + gap + newer.OldLength,
            Start = Math.Min(Start, newer.Start),
            NewLength = NewLength + gap + newer.NewLength,
        };
    }
}
