namespace Glassbox.Analysis.Secrets;

/// <summary>How a file writes down a value, as far as secrets care.</summary>
internal enum FileLanguage
{
    /// <summary>Prose and whatever nobody knows: values may stand bare, and little can be said about them.</summary>
    Text,

    /// <summary>Code: what stands without quotes is a name.</summary>
    Code,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>XML and HTML.</summary>
    Markup,

    /// <summary>YAML: bare values until the end of the line.</summary>
    Yaml,

    /// <summary>Names and bare values, one a line: env, properties, ini, npmrc.</summary>
    Settings,

    /// <summary>Scripts and Dockerfiles: bare values until the next blank.</summary>
    Shell,
}
