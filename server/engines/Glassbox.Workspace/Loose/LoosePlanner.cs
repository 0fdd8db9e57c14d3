using System.Collections.Immutable;
using Glassbox.Workspace.Projects;
using Glassbox.Workspace.References;
using Glassbox.Workspace.Sessions;
using Glassbox.Workspace.Snapshots;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Glassbox.Workspace.Loose;

/// <summary>Makes projects of the compilations that loose files were split into.</summary>
internal sealed class LoosePlanner(ReferencePacks packs)
{
    private readonly Lazy<ImmutableArray<MetadataReference>> references =
        new(() => [.. packs.Newest().Select(ReferenceCache.TryGet).OfType<MetadataReference>()]);

    /// <summary>The plans of a folder's compilations, and where each file is at home.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="variants">The main one first.</param>
    /// <param name="known">The ids that they have so far.</param>
    public (ImmutableArray<PlannedProject> Plans, LooseGroup Group) Plan(string root, ImmutableArray<LooseVariant> variants, LooseGroup? known)
    {
        var ids = Enumerable.Range(0, variants.Length)
            .Select(index => known is not null && index < known.Variants.Length ? known.Variants[index] : ProjectId.CreateNewId(root))
            .ToImmutableArray();
        var homes = ImmutableDictionary.CreateBuilder<string, ProjectId>(StringComparer.Ordinal);
        var plans = ImmutableArray.CreateBuilder<PlannedProject>(variants.Length);
        for (var index = 0; index < variants.Length; index++)
        {
            foreach (var home in variants[index].Homes) homes[home] = ids[index];
            plans.Add(Plan(root, index, variants, ids));
        }

        return (plans.MoveToImmutable(), new LooseGroup(root, ids, homes.ToImmutable()));
    }

    /// <summary>A group with one file, made without reading it: what an editor gets before anything is loaded.</summary>
    public (ImmutableArray<PlannedProject> Plans, LooseGroup Group) PlanOne(string root, string path) =>
        Plan(root, [new LooseVariant([new LooseFile(path, Declarations.None with { HasStatements = true })], [path])], known: null);

    private PlannedProject Plan(string root, int index, ImmutableArray<LooseVariant> variants, ImmutableArray<ProjectId> ids)
    {
        var variant = variants[index];
        var name = $"{(Path.IsPathRooted(root) ? Path.GetFileName(Path.TrimEndingDirectorySeparator(root)) : "loose")} (no project{(index == 0 ? "" : $" {index + 1}")})";
        var generated = Path.Combine(Path.IsPathRooted(root) ? root : Path.GetTempPath(), "obj", "glassbox");
        var documents = variant.Files.Select(file => new PlannedDocument(file.Path))
            .Append(new PlannedDocument(Path.Combine(generated, "GlobalUsings.g.cs"), GeneratedSources.UsingText(GeneratedSources.Basic.Select(space => "global::" + space))));
        if (index == 0 && variants.Length > 1)
        {
            documents = documents.Append(new PlannedDocument(
                Path.Combine(generated, "Friends.g.cs"),
                GeneratedSources.FriendText(Enumerable.Range(1, variants.Length - 1).Select(AssemblyName))));
        }

        return new PlannedProject
        {
            Id = ids[index],
            Name = name,
            AssemblyName = AssemblyName(index),
            Path = root,
            Tier = LoadTier.Loose,
            Compilation = new CSharpCompilationOptions(variant.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary)
                .WithAllowUnsafe(true)
                .WithNullableContextOptions(NullableContextOptions.Annotations)
                .WithAssemblyIdentityComparer(DesktopAssemblyIdentityComparer.Default),
            Parse = RoslynHost.LooseParseOptions,
            Documents = [.. documents],
            // What stands only in the main compilation is seen from the others; their own types come first.
            Projects = index == 0 ? [] : [new ProjectReference(ids[0])],
            Assemblies = references.Value,
        };
    }

    private static string AssemblyName(int index) => index == 0 ? "loose" : "loose" + index;
}
