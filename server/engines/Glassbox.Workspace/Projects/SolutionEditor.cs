using System.Collections.Immutable;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Workspace.Projects;

/// <summary>
/// Brings planned projects into a solution. What is there already keeps its ids, its parsed files and its buffers; only
/// what differs is touched.
/// </summary>
/// <param name="buffers">What is open, which stands in place of the files.</param>
/// <param name="maxBytes">Longer files read as empty.</param>
internal sealed class SolutionEditor(ImmutableDictionary<DocumentPath, OpenBuffer> buffers, long maxBytes)
{
    private readonly Dictionary<string, SourceText> open = buffers.ToDictionary(buffer => buffer.Key.Value, buffer => buffer.Value.Source, StringComparer.Ordinal);

    /// <summary>The solution with the projects as planned.</summary>
    public Solution Apply(Solution solution, IReadOnlyCollection<PlannedProject> projects)
    {
        var fresh = projects.Where(project => !solution.ContainsProject(project.Id)).ToList();
        foreach (var project in fresh) solution = solution.AddProject(Info(project));

        // Removed first everywhere: two projects that swap a reference would be a circle in between.
        foreach (var project in projects.Except(fresh))
        {
            var kept = solution.GetProject(project.Id)!.AllProjectReferences.Where(project.Projects.Contains).ToList();
            if (kept.Count < solution.GetProject(project.Id)!.AllProjectReferences.Count) solution = solution.WithProjectReferences(project.Id, kept);
        }

        foreach (var project in projects.Except(fresh)) solution = Update(solution, project);
        return solution;
    }

    /// <summary>A document as Roslyn wants it, not read yet unless it is open.</summary>
    public DocumentInfo Info(ProjectId project, PlannedDocument document)
    {
        var loader = open.TryGetValue(document.Path, out var text)
            ? TextLoader.From(TextAndVersion.Create(text, VersionStamp.Create(), document.Path))
            : document.Text is { } generated
                ? TextLoader.From(TextAndVersion.Create(SourceText.From(generated, System.Text.Encoding.UTF8), VersionStamp.Create(), document.Path))
                : new SourceFileLoader(document.Path, maxBytes);
        return DocumentInfo.Create(
            DocumentId.CreateNewId(project, document.Path),
            Path.GetFileName(document.Path),
            loader: loader,
            filePath: document.Path,
            isGenerated: document.Text is not null);
    }

    private ProjectInfo Info(PlannedProject project) =>
        ProjectInfo.Create(
            project.Id,
            VersionStamp.Create(),
            project.Name,
            project.AssemblyName,
            LanguageNames.CSharp,
            filePath: project.Path,
            compilationOptions: project.Compilation,
            parseOptions: project.Parse,
            documents: project.Documents.DistinctBy(document => document.Path, StringComparer.Ordinal).Select(document => Info(project.Id, document)),
            projectReferences: project.Projects,
            metadataReferences: project.Assemblies);

    private Solution Update(Solution solution, PlannedProject plan)
    {
        var project = solution.GetProject(plan.Id)!;
        if (project.Name != plan.Name) solution = solution.WithProjectName(plan.Id, plan.Name);
        if (project.AssemblyName != plan.AssemblyName) solution = solution.WithProjectAssemblyName(plan.Id, plan.AssemblyName);
        if (!SameMeaning((CSharpParseOptions)project.ParseOptions!, plan.Parse)) solution = solution.WithProjectParseOptions(plan.Id, plan.Parse);
        if (!SameMeaning((CSharpCompilationOptions)project.CompilationOptions!, plan.Compilation)) solution = solution.WithProjectCompilationOptions(plan.Id, plan.Compilation);
        if (!project.MetadataReferences.SequenceEqual(plan.Assemblies)) solution = solution.WithProjectMetadataReferences(plan.Id, plan.Assemblies);
        if (!project.AllProjectReferences.ToHashSet().SetEquals(plan.Projects)) solution = solution.WithProjectReferences(plan.Id, plan.Projects);
        return UpdateDocuments(solution, project, plan);
    }

    private Solution UpdateDocuments(Solution solution, Project project, PlannedProject plan)
    {
        var wanted = plan.Documents.DistinctBy(document => document.Path, StringComparer.Ordinal).ToDictionary(document => document.Path, StringComparer.Ordinal);
        var removed = project.Documents.Where(document => document.FilePath is null || !wanted.ContainsKey(document.FilePath)).Select(document => document.Id).ToImmutableArray();
        if (removed.Length > 0) solution = solution.RemoveDocuments(removed);
        var known = project.Documents.ToLookup(document => document.FilePath ?? "", StringComparer.Ordinal);
        var added = wanted.Values.Where(document => !known.Contains(document.Path)).Select(document => Info(plan.Id, document)).ToImmutableArray();
        if (added.Length > 0) solution = solution.AddDocuments(added);
        foreach (var generated in wanted.Values.Where(document => document.Text is not null && known.Contains(document.Path) && !open.ContainsKey(document.Path)))
        {
            var document = known[generated.Path].First();
            if (!document.TryGetText(out var text) || !text.ContentEquals(SourceText.From(generated.Text!)))
                solution = solution.WithDocumentText(document.Id, SourceText.From(generated.Text!, System.Text.Encoding.UTF8));
        }

        return solution;
    }

    /// <summary>Options that give the same compilation: a project adds a provider of its own for .editorconfig.</summary>
    private static bool SameMeaning(CSharpCompilationOptions left, CSharpCompilationOptions right) =>
        right.WithSyntaxTreeOptionsProvider(left.SyntaxTreeOptionsProvider).Equals(left);

    /// <summary>Options that give the same trees: replacing them would parse every file again.</summary>
    private static bool SameMeaning(CSharpParseOptions left, CSharpParseOptions right) =>
        left.LanguageVersion == right.LanguageVersion
        && left.Kind == right.Kind
        && left.PreprocessorSymbolNames.ToHashSet(StringComparer.Ordinal).SetEquals(right.PreprocessorSymbolNames);
}
