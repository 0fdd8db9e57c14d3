using System.Collections.Immutable;
using Glassbox.Workspace.Projects;

namespace Glassbox.Workspace.Evaluation;

/// <summary>A project file read as data, for one target framework.</summary>
internal sealed record ProjectEvaluation
{
    /// <summary>The project file.</summary>
    public required string Path { get; init; }

    /// <summary>The SDK it names, or the empty string for an old-style project.</summary>
    public required string Sdk { get; init; }

    /// <summary>All properties at the end.</summary>
    public required PropertyTable Properties { get; init; }

    /// <summary>All items but the compiled files.</summary>
    public required ImmutableArray<ProjectItem> Items { get; init; }

    /// <summary>The compiled files.</summary>
    public required FileSet Compile { get; init; }

    /// <summary>The framework that was chosen.</summary>
    public required TargetFramework Framework { get; init; }

    /// <summary>Every framework that the project names.</summary>
    public required ImmutableArray<string> Frameworks { get; init; }

    /// <summary>Every file that was read.</summary>
    public required ImmutableArray<string> Inputs { get; init; }

    /// <summary>How many conditions and values only MSBuild could compute.</summary>
    public required int Unknown { get; init; }

    /// <summary>The folder of the project file.</summary>
    public string Directory => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The name of the project file.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>True for a project that names an SDK.</summary>
    public bool IsSdkStyle => Sdk.Length > 0;

    /// <summary>The assembly's name.</summary>
    public string AssemblyName => Properties.Text("AssemblyName") is { Length: > 0 } name ? name : Name;

    /// <summary>The folder where restore leaves its results.</summary>
    public string ExtensionsFolder
    {
        get
        {
            var named = Properties.Text("MSBuildProjectExtensionsPath") is { Length: > 0 } extensions ? extensions : Properties.Text("BaseIntermediateOutputPath");
            if (named.Length > 0) return System.IO.Path.GetFullPath(System.IO.Path.Combine(Directory, PropertyFunctions.Slashes(named)));
            return Properties.IsTrue("UseArtifactsOutput") && Properties.Text("ArtifactsPath") is { Length: > 0 } artifacts
                ? System.IO.Path.GetFullPath(System.IO.Path.Combine(Directory, PropertyFunctions.Slashes(artifacts), "obj", Name))
                : System.IO.Path.Combine(Directory, "obj");
        }
    }

    /// <summary>The items of a kind.</summary>
    public IEnumerable<ProjectItem> ItemsOf(string kind) => Items.Where(item => item.Kind.Equals(kind, StringComparison.OrdinalIgnoreCase));

    /// <summary>The projects that it names, as absolute paths.</summary>
    public IEnumerable<string> ProjectReferences() =>
        ItemsOf("ProjectReference")
            .Where(item => !item.IsFalse("ReferenceOutputAssembly") && !item["OutputItemType"].Equals("Analyzer", StringComparison.OrdinalIgnoreCase))
            .Select(item => System.IO.Path.GetFullPath(System.IO.Path.Combine(Directory, PropertyFunctions.Slashes(item.Include))))
            .Distinct(StringComparer.Ordinal);
}
