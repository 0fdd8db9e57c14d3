namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>Maven's pom.xml: dependencies, managed ones, plugins and the parent.</summary>
internal static class PomManifest
{
    // Plugins of Maven itself need not name their group.
    private const string PluginGroup = "org.apache.maven.plugins";

    public static void Read(string text, ManifestBuilder manifest)
    {
        foreach (var element in XmlTree.Read(text, manifest).Descendants())
        {
            if (element.Is("dependency") && element.Parent?.Is("dependencies") == true) Add(manifest, element, group: null, isDevelopment: element.Child("scope")?.Content?.Text is "test" || IsInPlugin(element));
            else if (element.Is("plugin") && element.Parent?.Is("plugins") == true) Add(manifest, element, PluginGroup, isDevelopment: true);
            else if (element.Is("parent") && element.Parent?.Is("project") == true) Add(manifest, element, group: null, isDevelopment: false);
        }
    }

    private static void Add(ManifestBuilder manifest, XmlPart element, string? group, bool isDevelopment)
    {
        var groupId = element.Child("groupId")?.Content?.Text ?? group;
        if (groupId is null || element.Child("artifactId")?.Content is not { } artifact) return;
        manifest.Add(artifact with { Text = $"{groupId}:{artifact.Text}" }, element.Child("version")?.Content, isDevelopment);
    }

    private static bool IsInPlugin(XmlPart element)
    {
        for (var at = element.Parent; at is not null; at = at.Parent)
        {
            if (at.Is("plugin")) return true;
        }

        return false;
    }
}
