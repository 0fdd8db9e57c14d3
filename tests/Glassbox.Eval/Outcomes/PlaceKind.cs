namespace Glassbox.Eval.Outcomes;

/// <summary>What is asked at a place.</summary>
internal enum PlaceKind
{
    /// <summary>The popup, for the name of a member.</summary>
    Member,

    /// <summary>Ghost text, for the tail of a line.</summary>
    Line,
}
