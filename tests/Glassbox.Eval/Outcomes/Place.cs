namespace Glassbox.Eval.Outcomes;

/// <summary>Where something is cut off and asked for.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="File">Relative to the checkout, with forward slashes.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 code units.</param>
/// <param name="Truth">What stood there.</param>
internal sealed record Place(PlaceKind Kind, string File, int Line, int Column, string Truth)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
