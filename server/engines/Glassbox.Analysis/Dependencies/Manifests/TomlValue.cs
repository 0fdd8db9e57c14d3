namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>A value in TOML. Numbers, dates and truth values are kept as nothing: no version is written so.</summary>
internal sealed class TomlValue
{
    /// <summary>The value of a text.</summary>
    public Written? Text { get; set; }

    /// <summary>The values of an array.</summary>
    public List<TomlValue> Items { get; } = [];

    /// <summary>The entries of a table in braces.</summary>
    public List<TomlItem> Members { get; } = [];
}
