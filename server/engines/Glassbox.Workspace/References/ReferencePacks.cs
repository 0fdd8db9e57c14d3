using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Glassbox.Workspace.Projects;

namespace Glassbox.Workspace.References;

/// <summary>The reference assemblies that an SDK installation and the package folders hold.</summary>
/// <param name="root">Of the .NET installation, or null where there is none.</param>
internal sealed class ReferencePacks(string? root)
{
    private readonly ConcurrentDictionary<string, ImmutableArray<string>> folders = new(StringComparer.Ordinal);

    /// <summary>True where there is no SDK with reference packs: the running program's own assemblies stand in.</summary>
    public bool IsRuntimeFallback { get; } = root is null || !Directory.Exists(Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref"));

    /// <summary>Where .NET is installed.</summary>
    public string? Root => root;

    /// <summary>The version of the newest SDK, or of the running program where there is none.</summary>
    public Version SdkVersion { get; } = NewestSdk(root);

    /// <summary>The packs of the newest .NET: what loose files are bound against.</summary>
    public ImmutableArray<string> Newest() =>
        [.. ForFramework(TargetFramework.Parse($"net{SdkVersion.Major}.0"), ["Microsoft.NETCore.App", "Microsoft.AspNetCore.App"], [], out _)];

    /// <summary>The reference assemblies for a framework.</summary>
    /// <param name="framework">The target framework.</param>
    /// <param name="names">The shared frameworks wanted, such as <c>Microsoft.AspNetCore.App</c>.</param>
    /// <param name="packageFolders">Where packages are unpacked; some carry reference packs.</param>
    /// <param name="instead">What was taken in place of what is not there, in words; null where all is well.</param>
    public IEnumerable<string> ForFramework(TargetFramework framework, IEnumerable<string> names, ImmutableArray<string> packageFolders, out string? instead)
    {
        instead = null;
        switch (framework.Family)
        {
            case FrameworkFamily.Framework when NetFramework(framework, packageFolders) is { IsEmpty: false } found:
                return found;
            case FrameworkFamily.Standard when NetStandard(framework, packageFolders) is { IsEmpty: false } found:
                return found;
        }

        var isCore = framework.Family == FrameworkFamily.Core;
        var result = new List<string>();
        foreach (var name in names)
        {
            var pack = isCore ? Pack(name, framework.Version, packageFolders) : null;
            if (pack is null)
            {
                pack = Nearest(name, isCore ? framework.Version : SdkVersion, packageFolders);
                if (name == "Microsoft.NETCore.App")
                    instead = pack is null ? "the assemblies that this program runs on" : $"those of .NET {Path.GetFileName(pack)[3..]}";
            }

            if (pack is not null) result.AddRange(Assemblies(pack));
            else if (Runtime(name) is { } runtime) result.AddRange(ManagedAssemblies(runtime));
        }

        return result;
    }

    /// <summary>The reference assemblies in a folder.</summary>
    public ImmutableArray<string> Assemblies(string folder) => folders.GetOrAdd(folder, static path =>
        Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*.dll").Order(StringComparer.Ordinal)] : []);

    /// <summary>The folders below a pack that hold versions, newest first.</summary>
    internal static IEnumerable<string> Versions(string pack) =>
        Directory.Exists(pack)
            ? Directory.EnumerateDirectories(pack).OrderByDescending(folder => ToVersion(Path.GetFileName(folder))).ThenBy(folder => folder.Contains('-'))
            : [];

    private static Version ToVersion(string name) => Version.TryParse(name.Split('-')[0], out var version) ? version : new Version(0, 0);

    private static Version NewestSdk(string? root)
    {
        var newest = root is null ? null : Versions(Path.Combine(root, "sdk")).Select(folder => ToVersion(Path.GetFileName(folder))).FirstOrDefault(version => version.Major > 0);
        return newest is null ? new Version(Environment.Version.Major, 0) : new Version(newest.Major, 0);
    }

    private IEnumerable<string> PackFolders(string name, ImmutableArray<string> packageFolders)
    {
        if (root is not null)
        {
            foreach (var folder in Versions(Path.Combine(root, "packs", name + ".Ref"))) yield return folder;
        }

        foreach (var packages in packageFolders)
        {
            foreach (var folder in Versions(Path.Combine(packages, name.ToLowerInvariant() + ".ref"))) yield return folder;
        }
    }

    private string? Pack(string name, Version version, ImmutableArray<string> packageFolders)
    {
        var moniker = version.Major >= 5 ? $"net{version}" : $"netcoreapp{version}";
        return PackFolders(name, packageFolders).Select(folder => Path.Combine(folder, "ref", moniker)).FirstOrDefault(Directory.Exists);
    }

    private string? Nearest(string name, Version version, ImmutableArray<string> packageFolders) =>
        PackFolders(name, packageFolders)
            .Select(folder => Path.Combine(folder, "ref"))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateDirectories(folder, "net*"))
            .OrderBy(folder => Math.Abs(TargetFramework.Parse(Path.GetFileName(folder)).Version.Major - version.Major))
            .FirstOrDefault();

    private ImmutableArray<string> NetFramework(TargetFramework framework, ImmutableArray<string> packageFolders)
    {
        foreach (var packages in packageFolders)
        {
            var package = Path.Combine(packages, "microsoft.netframework.referenceassemblies.net" + framework.Version.ToString().Replace(".", ""));
            foreach (var version in Versions(package))
            {
                var folder = Path.Combine(version, "build", ".NETFramework", framework.VersionText);
                if (Directory.Exists(folder)) return [.. Assemblies(folder), .. Assemblies(Path.Combine(folder, "Facades"))];
            }
        }

        return [];
    }

    private ImmutableArray<string> NetStandard(TargetFramework framework, ImmutableArray<string> packageFolders)
    {
        var moniker = "netstandard" + framework.Version;
        var candidates = packageFolders
            .SelectMany(packages => Versions(Path.Combine(packages, "netstandard.library")).Select(version => Path.Combine(version, "build", moniker, "ref")))
            .Concat(PackFolders("NETStandard.Library", packageFolders).Select(version => Path.Combine(version, "ref", moniker)));
        return candidates.FirstOrDefault(Directory.Exists) is { } folder ? Assemblies(folder) : [];
    }

    private static string? Runtime(string name)
    {
        if (DotnetRoot.RuntimeFolder() is not { } core) return null;
        if (name == "Microsoft.NETCore.App") return core;
        var shared = Path.Combine(core, "..", "..", name);
        return Versions(Path.GetFullPath(shared)).FirstOrDefault();
    }

    private IEnumerable<string> ManagedAssemblies(string folder) => folders.GetOrAdd(folder, static path =>
        [.. Directory.EnumerateFiles(path, "*.dll").Where(IsManaged).Order(StringComparer.Ordinal)]);

    private static bool IsManaged(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var image = new PEReader(stream);
            return image.HasMetadata && image.GetMetadataReader().IsAssembly;
        }
        catch (Exception failure) when (failure is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
