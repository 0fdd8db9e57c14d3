using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml;
using System.Xml.Linq;
using Glassbox.Workspace.Evaluation;
using Glassbox.Workspace.Projects;

namespace Glassbox.Workspace.References;

/// <summary>Finds the assemblies that a project is compiled against, from what is on disk.</summary>
internal sealed class ReferenceResolver(ReferencePacks packs)
{
    private static readonly ConcurrentDictionary<string, Version> Versions = new(StringComparer.Ordinal);

    /// <summary>The assemblies of a project without those of other projects.</summary>
    public ResolvedReferences Resolve(ProjectEvaluation project)
    {
        var assetsPath = Path.Combine(project.ExtensionsFolder, "project.assets.json");
        var assets = project.IsSdkStyle || project.ItemsOf("PackageReference").Any() ? ProjectAssets.TryRead(assetsPath, project.Framework) : null;
        var folders = assets?.PackageFolders ?? DefaultPackageFolders();
        var problems = ImmutableArray.CreateBuilder<string>();
        var assemblies = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

        var framework = packs.ForFramework(project.Framework, FrameworksOf(project, assets), folders, out var instead);
        foreach (var path in framework) assemblies.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        if (instead is not null)
            problems.Add($"The reference assemblies of {project.Framework.Moniker} are not installed; {instead} are used in their place, so a few symbols may differ.");
        foreach (var path in (assets?.Assemblies ?? []).Concat(PackagesConfig(project))) AddNewer(assemblies, path);
        foreach (var path in Hinted(project, problems)) assemblies[Path.GetFileNameWithoutExtension(path)] = path;
        return new ResolvedReferences([.. assemblies.Values], problems.ToImmutable(), IsUnrestored(project, assets), assetsPath);
    }

    private static bool IsUnrestored(ProjectEvaluation project, ProjectAssets? assets)
    {
        // What restore takes from the SDK by itself is not in the file.
        var wanted = project.ItemsOf("PackageReference").Concat(project.ItemsOf("GlobalPackageReference"))
            .Select(item => item.Include).Where(name => !name.Equals("NETStandard.Library", StringComparison.OrdinalIgnoreCase)).ToList();
        if (wanted.Count == 0) return false;
        return assets is null || assets.Missing.Length > 0 || wanted.Exists(name => !assets.Packages.Contains(name));
    }

    private static IEnumerable<string> FrameworksOf(ProjectEvaluation project, ProjectAssets? assets)
    {
        var names = new List<string> { "Microsoft.NETCore.App" };
        if (project.Sdk == "Microsoft.NET.Sdk.Web") names.Add("Microsoft.AspNetCore.App");
        if (project.Properties.IsTrue("UseWPF") || project.Properties.IsTrue("UseWindowsForms")) names.Add("Microsoft.WindowsDesktop.App");
        names.AddRange(project.ItemsOf("FrameworkReference").Select(item => item.Include));
        names.AddRange(assets?.Frameworks ?? []);
        return names.Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static ImmutableArray<string> DefaultPackageFolders()
    {
        var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Directory.Exists(folder) ? [folder] : [];
    }

    /// <summary>A package may carry what the framework has too: the newer one counts, and on a tie the framework's.</summary>
    private static void AddNewer(Dictionary<string, string> assemblies, string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (!assemblies.TryGetValue(name, out var known) || VersionOf(path) > VersionOf(known)) assemblies[name] = path;
    }

    private static Version VersionOf(string path) => Versions.GetOrAdd(path, static file =>
    {
        try
        {
            using var stream = File.OpenRead(file);
            using var image = new PEReader(stream);
            return image.HasMetadata ? image.GetMetadataReader().GetAssemblyDefinition().Version : new Version(0, 0);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            return new Version(0, 0);
        }
    });

    private static IEnumerable<string> Hinted(ProjectEvaluation project, ImmutableArray<string>.Builder problems)
    {
        var found = new List<string>();
        foreach (var item in project.ItemsOf("Reference"))
        {
            var hint = item["HintPath"];
            if (hint.Length == 0 && item.Include.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)) hint = item.Include;
            if (hint.Length == 0) continue;
            var path = Path.GetFullPath(Path.Combine(project.Directory, PropertyFunctions.Slashes(hint)));
            if (File.Exists(path)) found.Add(path);
            else problems.Add($"The referenced assembly {item.Include.Split(',')[0]} is not at {hint}: build or restore what makes it.");
        }

        return found;
    }

    /// <summary>Old-style packages name their assemblies by HintPath as well; this finds those whose hint is stale.</summary>
    private static IEnumerable<string> PackagesConfig(ProjectEvaluation project)
    {
        var config = Path.Combine(project.Directory, "packages.config");
        if (project.IsSdkStyle || !File.Exists(config)) return [];
        try
        {
            using var reader = XmlReader.Create(config, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            return [.. XDocument.Load(reader).Root!.Elements("package")
                .Select(package => PackageFolder(project.Directory, $"{package.Attribute("id")?.Value}.{package.Attribute("version")?.Value}"))
                .OfType<string>()
                .SelectMany(LibrariesOf)];
        }
        catch (Exception failure) when (failure is XmlException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string? PackageFolder(string directory, string name)
    {
        for (var folder = directory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var candidate = Path.Combine(folder, "packages", name);
            if (Directory.Exists(candidate)) return candidate;
        }

        return null;
    }

    private static IEnumerable<string> LibrariesOf(string package)
    {
        var libraries = Path.Combine(package, "lib");
        if (!Directory.Exists(libraries)) return [];
        var best = Directory.EnumerateDirectories(libraries)
            .Select(folder => (folder, framework: TargetFramework.Parse(Path.GetFileName(folder))))
            .Where(pair => pair.framework.Family is FrameworkFamily.Framework or FrameworkFamily.Standard)
            .OrderByDescending(pair => pair.framework.Family == FrameworkFamily.Framework)
            .ThenByDescending(pair => pair.framework.Version)
            .Select(pair => pair.folder)
            .FirstOrDefault() ?? libraries;
        return Directory.EnumerateFiles(best, "*.dll");
    }
}
