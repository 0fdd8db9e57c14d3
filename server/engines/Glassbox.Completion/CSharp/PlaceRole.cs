namespace Glassbox.Completion.CSharp;

/// <summary>What the expression that begins with or holds a word is for.</summary>
internal enum PlaceRole
{
    /// <summary>Something else.</summary>
    Other,

    /// <summary>A statement of its own.</summary>
    Statement,

    /// <summary>The right side of an assignment.</summary>
    Value,

    /// <summary>What is returned.</summary>
    Result,

    /// <summary>An argument.</summary>
    Argument,

    /// <summary>A condition, or part of one.</summary>
    Condition,

    /// <summary>The right side of an operator.</summary>
    Operand,

    /// <summary>What is awaited.</summary>
    Awaited,

    /// <summary>A type.</summary>
    Type,
}
