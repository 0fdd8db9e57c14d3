using System.Collections.Immutable;
using Glassbox.Contracts.Text;

namespace Glassbox.Workspace.Sessions;

/// <summary>What is to be loaded; requests that come while one is under way are added up.</summary>
internal sealed record LoadRequest
{
    /// <summary>Folders whose projects are read again.</summary>
    public ImmutableHashSet<DocumentPath> Folders { get; init; } = [];

    /// <summary>Folders whose projects MSBuild evaluates again even where nothing seems to have changed.</summary>
    public ImmutableHashSet<DocumentPath> Forced { get; init; } = [];

    /// <summary>Folders of loose files to be split into compilations anew.</summary>
    public ImmutableHashSet<string> Loose { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Both together.</summary>
    public LoadRequest With(LoadRequest other) => new()
    {
        Folders = Folders.Union(other.Folders),
        Forced = Forced.Union(other.Forced),
        Loose = Loose.Union(other.Loose),
    };
}
