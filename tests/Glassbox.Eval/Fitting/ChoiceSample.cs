namespace Glassbox.Eval.Fitting;

/// <summary>One choice among candidates.</summary>
/// <param name="Features">Of all candidates, one after the other.</param>
/// <param name="Truth">Index of the candidate that was chosen; -1 for none of them.</param>
/// <param name="None">Which of the weights of "none of them" holds here; -1 where one of them always is.</param>
internal sealed record ChoiceSample(float[] Features, int Truth, int None);
