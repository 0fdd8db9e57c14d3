namespace Glassbox.Workspace.Loose;

/// <summary>A file without a project.</summary>
/// <param name="Path">Where it lies, or its URI.</param>
/// <param name="Declarations">What it declares.</param>
internal sealed record LooseFile(string Path, Declarations Declarations)
{
    /// <summary>The folder it lies in.</summary>
    public string Directory { get; } = System.IO.Path.GetDirectoryName(Path) ?? "";
}
