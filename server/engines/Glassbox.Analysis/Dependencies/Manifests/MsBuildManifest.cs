namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>Projects and shared files of MSBuild, and the older packages.config.</summary>
internal static class MsBuildManifest
{
    private static readonly string[] Items = ["PackageReference", "PackageVersion", "PackageDownload", "GlobalPackageReference", "DotNetCliToolReference"];

    /// <summary>Reads the items that name packages. Conditions are not asked: each branch declares what it names.</summary>
    public static void Read(string text, ManifestBuilder manifest)
    {
        foreach (var element in XmlTree.Read(text, manifest).Descendants())
        {
            if (!Items.Any(element.Is)) continue;
            if ((element.Attribute("Include") ?? element.Attribute("Update")) is not { } names) continue;
            var version = element.Value("VersionOverride") ?? element.Value("Version");
            // An update of something else than the version.
            if (version is null && element.Attribute("Include") is null) continue;
            foreach (var name in names.Entries()) AddVersions(manifest, element, name, version);
        }
    }

    /// <summary>Reads packages.config.</summary>
    public static void ReadPackagesConfig(string text, ManifestBuilder manifest)
    {
        foreach (var element in XmlTree.Read(text, manifest).Descendants())
        {
            if (element.Is("package") && element.Attribute("id") is { } id)
                manifest.Add(id, element.Attribute("version"), element.Attribute("developmentDependency")?.Text.Equals("true", StringComparison.OrdinalIgnoreCase) ?? false);
        }
    }

    private static void AddVersions(ManifestBuilder manifest, XmlPart element, Written name, Written? version)
    {
        var isDevelopment = element.Is("GlobalPackageReference") || element.Is("DotNetCliToolReference") || element.Value("PrivateAssets") is { } assets && assets.Text.Equals("all", StringComparison.OrdinalIgnoreCase);
        // A download may name several versions of one package.
        if (element.Is("PackageDownload") && version is not null)
        {
            foreach (var entry in version.Entries()) manifest.Add(name, entry, isDevelopment);
            return;
        }

        manifest.Add(name, version, isDevelopment);
    }
}
