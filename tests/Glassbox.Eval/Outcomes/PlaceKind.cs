namespace Glassbox.Eval.Outcomes;

/// <summary>What is asked at a place.</summary>
internal enum PlaceKind
{
    /// <summary>The popup, for the name of a member.</summary>
    Member,

    /// <summary>The popup, for another name.</summary>
    Name,

    /// <summary>Ghost text, for the tail of a line.</summary>
    Line,
}
