namespace Glassbox.Analysis.Taint.Values;

/// <summary>One station that a value passed, linked to the one before.</summary>
internal sealed record TaintLink(TaintLink? Previous, Spot At, string Message)
{
    public int Depth { get; } = (Previous?.Depth ?? 0) + 1;

    /// <summary>The way that goes on from <paramref name="before"/> through all stations of <paramref name="after"/>.</summary>
    public static TaintLink? Join(TaintLink? before, TaintLink? after)
    {
        if (after is null) return before;
        if (before is null) return after;
        return new TaintLink(Join(before, after.Previous), after.At, after.Message);
    }
}
