using System.Collections.Immutable;

namespace Glassbox.Workspace.Projects;

/// <summary>What a workspace folder asks to be loaded.</summary>
/// <param name="Projects">Project files.</param>
/// <param name="Solutions">The solutions that name them.</param>
/// <param name="Problems">What is wrong with a solution, and what to do.</param>
internal sealed record FoundProjects(ImmutableArray<string> Projects, ImmutableArray<string> Solutions, ImmutableArray<string> Problems);
