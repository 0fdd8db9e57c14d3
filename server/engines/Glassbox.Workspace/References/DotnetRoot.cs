namespace Glassbox.Workspace.References;

/// <summary>Where .NET is installed.</summary>
internal static class DotnetRoot
{
    /// <summary>The first installation that has reference packs, else the first at all; null where there is none.</summary>
    public static string? Find()
    {
        var candidates = Candidates().Where(Directory.Exists).Distinct(StringComparer.Ordinal).ToList();
        return candidates.Find(root => Directory.Exists(Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref")))
            ?? candidates.FirstOrDefault();
    }

    /// <summary>True when the installation has an SDK, which is what evaluates projects.</summary>
    public static bool HasSdk(string? root) =>
        root is not null
        && Directory.Exists(Path.Combine(root, "sdk"))
        && Directory.EnumerateDirectories(Path.Combine(root, "sdk")).Any(sdk => File.Exists(Path.Combine(sdk, "MSBuild.dll")));

    /// <summary>The folder of the assemblies that this process itself runs on.</summary>
    public static string? RuntimeFolder() =>
        typeof(object).Assembly.Location is { Length: > 0 } core ? Path.GetDirectoryName(core) : null;

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } named) yield return Path.TrimEndingDirectorySeparator(named);

        // <root>/shared/Microsoft.NETCore.App/<version>
        if (RuntimeFolder() is { } runtime && Path.GetFullPath(Path.Combine(runtime, "..", "..", "..")) is var root
            && Directory.Exists(Path.Combine(root, "shared")))
        {
            yield return root;
        }

        var program = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Resolve(Path.Combine(folder, program)) is { } found) yield return found;
        }
    }

    private static string? Resolve(string program)
    {
        try
        {
            if (!File.Exists(program)) return null;
            var target = File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program;
            return Path.GetDirectoryName(target);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
