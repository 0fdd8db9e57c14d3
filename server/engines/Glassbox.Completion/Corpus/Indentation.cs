namespace Glassbox.Completion.Corpus;

/// <summary>The indentation of a line against that of the line before.</summary>
internal enum Indentation
{
    /// <summary>The same.</summary>
    Same,

    /// <summary>Deeper.</summary>
    Deeper,

    /// <summary>Less deep.</summary>
    Back,
}
