namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>packages.lock.json: what NuGet resolved, for each framework.</summary>
internal static class NuGetLockFile
{
    public static void Read(string text, ManifestBuilder manifest)
    {
        if (JsonTree.Read(text, manifest)["dependencies"] is not { } frameworks) return;
        foreach (var (_, packages) in frameworks.Members)
        {
            foreach (var (name, package) in packages.Members)
            {
                // Projects of the same solution stand there, too.
                if (package["type"]?.Scalar?.Text != "Project") manifest.Add(name, package["resolved"]?.Scalar);
            }
        }
    }
}
