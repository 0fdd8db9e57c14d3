using System.Text.Json.Nodes;

namespace Glassbox.DocGen;

/// <summary>The VS Code client's manifest: written by hand but for its settings, which are the server's and the client's own.</summary>
public static class VsCodeManifest
{
    private const string Manifest = "clients/vscode/package.json";
    private const string ClientSettings = "clients/vscode/client-settings.json";

    /// <summary>The manifest with its settings as they should be.</summary>
    public static GeneratedDocument Merge(string root)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(root, Manifest)))!.AsObject();
        var client = JsonNode.Parse(File.ReadAllText(Path.Combine(root, ClientSettings)))!.AsObject();
        var properties = new JsonObject();
        foreach (var (name, value) in client) properties[name] = value?.DeepClone();
        foreach (var (name, value) in SettingsDocuments.ManifestProperties()) properties[name] = value?.DeepClone();
        manifest["contributes"]!["configuration"]!["properties"] = properties;
        return new GeneratedDocument(Manifest, manifest.ToJsonString(SettingsDocuments.Layout) + "\n");
    }
}
