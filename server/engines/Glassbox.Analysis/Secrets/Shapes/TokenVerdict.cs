namespace Glassbox.Analysis.Secrets.Shapes;

/// <summary>What a look at a token's characters says.</summary>
internal enum TokenVerdict
{
    /// <summary>Not a token, or an example.</summary>
    Refused,

    /// <summary>May be one.</summary>
    Plausible,

    /// <summary>Looks like one in every way.</summary>
    Sure,

    /// <summary>Its checksum is right: somebody issued it.</summary>
    Proven,
}
