using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>package.json.</summary>
internal static class NpmManifest
{
    private const string Alias = "npm:";

    private static readonly (string Section, bool IsDevelopment)[] Sections =
        [("dependencies", false), ("devDependencies", true), ("peerDependencies", false), ("optionalDependencies", false)];

    public static void Read(string text, ManifestBuilder manifest)
    {
        var root = JsonTree.Read(text, manifest);
        foreach (var (section, isDevelopment) in Sections)
        {
            if (root[section] is not { } packages) continue;
            foreach (var (name, version) in packages.Members)
            {
                if (version.Scalar is { } written) Add(manifest, name, written, isDevelopment);
            }
        }
    }

    // "mine": "npm:theirs@^1.2.3" installs theirs.
    private static void Add(ManifestBuilder manifest, Written name, Written version, bool isDevelopment)
    {
        var sign = version.Text.LastIndexOf('@');
        if (!version.Text.StartsWith(Alias, StringComparison.Ordinal) || !version.IsPlain)
        {
            manifest.Add(name, version, isDevelopment);
            return;
        }

        // The sign of a scope stands right behind the prefix.
        var end = sign > Alias.Length ? sign : version.Text.Length;
        var target = version.Text[Alias.Length..end];
        var wanted = end < version.Text.Length ? new Written(version.Text[(end + 1)..], TextSpan.FromBounds(version.Span.Start + end + 1, version.Span.End)) : null;
        manifest.Add(name with { Text = target }, wanted, isDevelopment);
    }
}
