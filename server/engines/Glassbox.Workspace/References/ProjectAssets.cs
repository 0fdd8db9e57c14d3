using System.Collections.Immutable;
using System.Text.Json;
using Glassbox.Workspace.Projects;

namespace Glassbox.Workspace.References;

/// <summary>What restore resolved for one target framework: <c>obj/project.assets.json</c>.</summary>
/// <param name="PackageFolders">Where packages are unpacked.</param>
/// <param name="Assemblies">What packages give the compiler, transitive ones included.</param>
/// <param name="Packages">The names of all packages.</param>
/// <param name="Frameworks">Shared frameworks that packages ask for.</param>
/// <param name="Missing">Packages that are named but not unpacked.</param>
internal sealed record ProjectAssets(
    ImmutableArray<string> PackageFolders,
    ImmutableArray<string> Assemblies,
    ImmutableHashSet<string> Packages,
    ImmutableArray<string> Frameworks,
    ImmutableArray<string> Missing)
{
    /// <summary>Reads the file; null when there is none, it is broken, or it does not know the framework.</summary>
    public static ProjectAssets? TryRead(string path, TargetFramework framework)
    {
        try
        {
            if (!File.Exists(path)) return null;
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Read(document.RootElement, framework);
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException or KeyNotFoundException)
        {
            return null; // Half written by a restore that is under way: it will be seen again when it is whole.
        }
    }

    private static ProjectAssets? Read(JsonElement root, TargetFramework framework)
    {
        if (!root.TryGetProperty("targets", out var targets) || Target(targets, framework) is not { } target) return null;
        ImmutableArray<string> folders = [.. root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        var libraries = root.GetProperty("libraries");
        var assemblies = ImmutableArray.CreateBuilder<string>();
        var packages = ImmutableHashSet.CreateBuilder<string>(StringComparer.OrdinalIgnoreCase);
        var missing = ImmutableArray.CreateBuilder<string>();
        var frameworks = ImmutableArray.CreateBuilder<string>();
        foreach (var library in target.EnumerateObject())
        {
            packages.Add(library.Name.Split('/')[0]);
            if (library.Value.TryGetProperty("frameworkReferences", out var references))
                frameworks.AddRange(references.EnumerateArray().Select(reference => reference.GetString()).OfType<string>());
            if (library.Value.GetProperty("type").GetString() != "package") continue;
            var relative = libraries.GetProperty(library.Name).TryGetProperty("path", out var at) ? at.GetString()! : library.Name.ToLowerInvariant();
            var folder = folders.Select(packageFolder => Path.Combine(packageFolder, relative)).FirstOrDefault(Directory.Exists);
            if (folder is null) missing.Add(library.Name.Replace('/', ' '));
            else if (library.Value.TryGetProperty("compile", out var compile))
                assemblies.AddRange(compile.EnumerateObject().Select(file => file.Name).Where(name => name.EndsWith(".dll")).Select(name => Path.Combine(folder, name)));
        }

        return new ProjectAssets(folders, assemblies.ToImmutable(), packages.ToImmutable(), frameworks.ToImmutable(), missing.ToImmutable());
    }

    private static JsonElement? Target(JsonElement targets, TargetFramework framework)
    {
        var all = targets.EnumerateObject().Where(target => !target.Name.Contains('/')).ToList();
        foreach (var target in all)
        {
            if (target.Name.Equals(framework.Moniker, StringComparison.OrdinalIgnoreCase)
                || target.Name.Equals($"{framework.Identifier},Version={framework.VersionText}", StringComparison.OrdinalIgnoreCase)
                || (TargetFramework.Parse(target.Name) is { Family: not FrameworkFamily.Other } other && other.Family == framework.Family && other.Version == framework.Version))
            {
                return target.Value;
            }
        }

        return all.Count == 1 ? all[0].Value : null;
    }
}
