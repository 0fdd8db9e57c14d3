using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Glassbox.Completion.CSharp;

/// <summary>
/// Binds one body without binding the project anew. As long as no declaration changes, those that were bound for an earlier version of
/// the project hold, and what is written in a body meanwhile is tried in their midst; the first question after a declaration changed
/// binds them again.
/// </summary>
internal sealed class BodyModels
{
    // Each keeps the declarations of one version of a project in memory.
    private const int MostProjects = 8;

    private readonly Lock @lock = new();
    private ImmutableArray<Ground> grounds = [];

    /// <summary>What binds at a position of a document; null for a document without a model.</summary>
    public async Task<BodyModel?> AtAsync(Document document, int position, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken) is not { } root) return null;
        var version = await document.Project.GetDependentSemanticVersionAsync(cancellationToken);
        var body = MemberBody.At(root, position);
        if (body is { } now && Find(document.Project.Id, version)?.GetDocument(document.Id) is { } then && await then.PlainModelAsync(cancellationToken) is { } declarations)
        {
            if (declarations.SyntaxTree == root.SyntaxTree) return new BodyModel(document, root, declarations, body, declarations, body);
            if (now.In(await declarations.SyntaxTree.GetRootAsync(cancellationToken)) is { } old && BodyModel.Speculate(declarations, old, now) is { } model)
                return new BodyModel(document, root, model, body, declarations, old);
        }

        if (await document.PlainModelAsync(cancellationToken) is not { } whole) return null;
        if (Find(document.Project.Id, version) is null) Keep(new Ground(document.Project, version));
        return new BodyModel(document, root, whole, body, whole, body);
    }

    private Project? Find(ProjectId project, VersionStamp version)
    {
        foreach (var ground in grounds)
        {
            if (ground.Project.Id == project && ground.Version == version) return ground.Project;
        }

        return null;
    }

    private void Keep(Ground ground)
    {
        lock (@lock) grounds = [ground, .. grounds.Where(other => other.Project.Id != ground.Project.Id).Take(MostProjects - 1)];
    }

    // The project keeps its compilation.
    private sealed record Ground(Project Project, VersionStamp Version);
}
