namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>Reads which packages a project asks for. A file that cannot be read has problems; nothing throws.</summary>
internal static class ManifestReader
{
    private static readonly string[] DevelopmentWords = ["dev", "develop", "development", "test", "tests", "testing", "lint", "doc", "docs", "ci"];

    /// <summary>True for files that declare packages, by name or path.</summary>
    public static bool IsManifest(string fileName) => FormatOf(fileName) is not null;

    /// <summary>Reads a manifest of the format that its name tells. Other files declare nothing.</summary>
    public static Manifest Read(string fileName, string text)
    {
        if (FormatOf(fileName) is not { } format) return new Manifest([], []);
        var manifest = new ManifestBuilder(format.Ecosystem);
        format.Read(text, manifest);
        return manifest.ToManifest();
    }

    private static Format? FormatOf(string path)
    {
        var parts = path.Split('/', '\\');
        var name = parts[^1].ToLowerInvariant();
        switch (name)
        {
            case "packages.config":
                return new Format(Ecosystem.NuGet, MsBuildManifest.ReadPackagesConfig);
            case "packages.lock.json":
                return new Format(Ecosystem.NuGet, NuGetLockFile.Read);
            case "package.json":
                return new Format(Ecosystem.Npm, NpmManifest.Read);
            case "package-lock.json" or "npm-shrinkwrap.json":
                return new Format(Ecosystem.Npm, NpmLockFile.Read);
            case "pyproject.toml":
                return new Format(Ecosystem.PyPi, PyProjectManifest.Read);
            case "pom.xml":
                return new Format(Ecosystem.Maven, PomManifest.Read);
            case "go.mod":
                return new Format(Ecosystem.Go, GoModManifest.Read);
            case "cargo.toml":
                return new Format(Ecosystem.Cargo, CargoManifest.Read);
        }

        if (Path.GetExtension(name) is ".csproj" or ".fsproj" or ".vbproj" or ".props" or ".targets") return new Format(Ecosystem.NuGet, MsBuildManifest.Read);
        if (!IsRequirements(name, parts.Length > 1 ? parts[^2] : "")) return null;
        var isDevelopment = name.Split('-', '_', '.').Any(word => DevelopmentWords.Contains(word, StringComparer.Ordinal));
        return new Format(Ecosystem.PyPi, (text, manifest) => RequirementsFile.Read(text, manifest, isDevelopment));
    }

    // requirements.txt, requirements-dev.txt, dev-requirements.txt, requirements/dev.txt
    private static bool IsRequirements(string name, string folder) =>
        name.EndsWith(".txt", StringComparison.Ordinal)
        && (name.StartsWith("requirements", StringComparison.Ordinal) || name.EndsWith("requirements.txt", StringComparison.Ordinal) || folder.Equals("requirements", StringComparison.OrdinalIgnoreCase));

    private sealed record Format(Ecosystem Ecosystem, Action<string, ManifestBuilder> Read);
}
