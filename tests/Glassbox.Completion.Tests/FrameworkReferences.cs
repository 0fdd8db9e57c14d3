using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Glassbox.Completion.Tests;

/// <summary>The reference assemblies of the running framework, with their documentation; shared by all tests.</summary>
internal static class FrameworkReferences
{
    public static ImmutableArray<MetadataReference> All { get; } = Load();

    private static ImmutableArray<MetadataReference> Load()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var root = Path.GetFullPath(Path.Combine(runtime, "..", "..", ".."));
        var pack = Directory.GetDirectories(Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref")).OrderByDescending(folder => folder, StringComparer.Ordinal).First();
        var folder = Directory.GetDirectories(Path.Combine(pack, "ref")).Single();
        return
        [
            .. Directory.GetFiles(folder, "*.dll").Select(file => (MetadataReference)MetadataReference.CreateFromFile(
                file, documentation: XmlDocumentationProvider.CreateFromFile(Path.ChangeExtension(file, ".xml")))),
        ];
    }
}
