namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>package-lock.json of all three versions.</summary>
internal static class NpmLockFile
{
    private const string Folder = "node_modules/";

    public static void Read(string text, ManifestBuilder manifest)
    {
        var root = JsonTree.Read(text, manifest);
        // The second version writes both, for the sake of older programs.
        if (root["packages"] is { } packages) ReadPackages(packages, manifest);
        else if (root["dependencies"] is { } dependencies) ReadTree(dependencies, manifest);
    }

    // By folder: "node_modules/a/node_modules/@b/c".
    private static void ReadPackages(JsonPart packages, ManifestBuilder manifest)
    {
        foreach (var (folder, package) in packages.Members)
        {
            var at = folder.Text.LastIndexOf(Folder, StringComparison.Ordinal);
            if (at < 0 || package.IsTrue("link") || package["version"]?.Scalar is not { } version) continue;
            var name = folder.IsPlain && Written.Of(folder.Text, at + Folder.Length, folder.Text.Length) is { } last
                ? last with { Span = new(folder.Span.Start + last.Span.Start, last.Span.Length) }
                : folder with { Text = folder.Text[(at + Folder.Length)..] };
            // Only an alias says its name once more.
            if (package["name"]?.Scalar is { } real) name = name with { Text = real.Text };
            manifest.Add(name, version, package.IsTrue("dev") || package.IsTrue("devOptional"));
        }
    }

    private static void ReadTree(JsonPart dependencies, ManifestBuilder manifest)
    {
        foreach (var (name, package) in dependencies.Members)
        {
            if (package["version"]?.Scalar is { } version) manifest.Add(name, version, package.IsTrue("dev"));
            if (package["dependencies"] is { } inner) ReadTree(inner, manifest);
        }
    }
}
