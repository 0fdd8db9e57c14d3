namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>pyproject.toml: the standard's lists of requirements (PEP 621, 735, 518), and the tables of Poetry.</summary>
internal static class PyProjectManifest
{
    public static void Read(string text, ManifestBuilder manifest)
    {
        var poetry = new TomlDependencies();
        foreach (var item in TomlReader.Read(text, manifest))
        {
            if (item.IsIn("tool", "poetry")) ReadPoetry(item, poetry);
            else if (IsList(item, out var isDevelopment)) ReadList(text, item.Value, manifest, isDevelopment);
        }

        poetry.AddTo(manifest);
    }

    private static bool IsList(TomlItem item, out bool isDevelopment)
    {
        isDevelopment = !item.IsIn("project");
        return item.IsIn("project", "dependencies") || item.IsIn("project", "optional-dependencies", "*") || item.IsIn("dependency-groups", "*") || item.IsIn("build-system", "requires")
            || item.IsIn("tool", "uv", "dev-dependencies") || item.IsIn("tool", "pdm", "dev-dependencies", "*");
    }

    private static void ReadList(string text, TomlValue list, ManifestBuilder manifest, bool isDevelopment)
    {
        foreach (var item in list.Items)
        {
            // A table includes another group.
            if (item.Text is not { } requirement) continue;
            if (!requirement.IsPlain || !Requirement.Read(text, requirement.Span.Start, requirement.Span.End, manifest, isDevelopment))
                manifest.Report("This is no requirement.", requirement.Span.Start, requirement.Span.End);
        }
    }

    private static void ReadPoetry(TomlItem item, TomlDependencies dependencies)
    {
        if (item.IsIn("tool", "poetry", "dependencies"))
        {
            // The version of the language is no package.
            if (!item.IsIn("tool", "poetry", "dependencies", "python")) dependencies.Take(item, 3, isDevelopment: false);
        }
        else if (item.IsIn("tool", "poetry", "dev-dependencies"))
        {
            dependencies.Take(item, 3, isDevelopment: true);
        }
        else if (item.IsIn("tool", "poetry", "group", "*", "dependencies"))
        {
            dependencies.Take(item, 5, isDevelopment: item.Path[3].Text != "main");
        }
    }
}
