namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>Cargo.toml: dependencies of the crate, of its targets and of the workspace.</summary>
internal static class CargoManifest
{
    public static void Read(string text, ManifestBuilder manifest)
    {
        var dependencies = new TomlDependencies();
        foreach (var item in TomlReader.Read(text, manifest))
        {
            // [dependencies], [workspace.dependencies], [target.'cfg(unix)'.dependencies]
            var table = item.IsIn("target", "*") ? 2 : item.IsIn("workspace") ? 1 : 0;
            if (item.Path.Count <= table) continue;
            switch (item.Path[table].Text)
            {
                case "dependencies":
                    dependencies.Take(item, table + 1, isDevelopment: false);
                    break;
                case "dev-dependencies" or "build-dependencies" or "dev_dependencies" or "build_dependencies":
                    dependencies.Take(item, table + 1, isDevelopment: true);
                    break;
            }
        }

        dependencies.AddTo(manifest);
    }
}
