namespace Glassbox.Completion.Corpus;

/// <summary>A place where something like the context was written before.</summary>
/// <param name="Origin">Where it was written.</param>
/// <param name="Place">Index of the token that followed, in its origin.</param>
/// <param name="Next">That token, with the names of this buffer where they could be told.</param>
/// <param name="Likeness">How much it is like the cursor's place.</param>
/// <param name="Weight">How much it counts among all: positive.</param>
internal readonly record struct Occurrence(TokenOrigin Origin, int Place, int Next, Likeness Likeness, double Weight);
