namespace Glassbox.Analysis.Taint.Modeling;

/// <summary>What a library member means to the taint analysis.</summary>
internal enum ModelVerb
{
    Source,
    Sink,

    /// <summary>Its result no longer does some kinds of harm.</summary>
    Sanitizer,

    /// <summary>Where it is true, an argument does no longer do some kinds of harm.</summary>
    Validator,

    /// <summary>What it is given becomes part of something else.</summary>
    Flow,
}
