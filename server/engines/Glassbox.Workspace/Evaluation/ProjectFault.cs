namespace Glassbox.Workspace.Evaluation;

/// <summary>A project file that cannot be read.</summary>
/// <param name="Path">The file at fault, which may be an imported one.</param>
/// <param name="Line">From 1; 0 where it is not known.</param>
/// <param name="Reason">In words.</param>
internal sealed record ProjectFault(string Path, int Line, string Reason);
