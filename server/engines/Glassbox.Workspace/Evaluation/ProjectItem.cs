using System.Collections.Immutable;

namespace Glassbox.Workspace.Evaluation;

/// <summary>One item of a project file, such as a package reference.</summary>
/// <param name="Kind">The element's name.</param>
/// <param name="Include">What it names, expanded.</param>
/// <param name="Metadata">Its attributes and child elements, expanded where that is possible.</param>
internal sealed record ProjectItem(string Kind, string Include, ImmutableDictionary<string, string> Metadata)
{
    /// <summary>A piece of metadata, or the empty string.</summary>
    public string this[string name] => Metadata.GetValueOrDefault(name, "");

    /// <summary>True when the metadata says <c>false</c>.</summary>
    public bool IsFalse(string name) => this[name].Equals("false", StringComparison.OrdinalIgnoreCase);
}
