namespace Glassbox.Completion.Evaluation;

/// <summary>What is cut off and asked for.</summary>
internal enum EvaluationKind
{
    /// <summary>A name behind a dot.</summary>
    Member,

    /// <summary>Another name.</summary>
    Name,

    /// <summary>The tail of a line.</summary>
    Line,
}
