namespace Glassbox.Completion.Lexing;

/// <summary>How a text in quotes holds its own quote.</summary>
internal enum TextEscape
{
    /// <summary>Behind a backslash.</summary>
    Backslash,

    /// <summary>Written twice.</summary>
    Doubled,

    /// <summary>Not at all.</summary>
    None,
}
