namespace Glassbox.Workspace.Projects;

/// <summary>A document that a project should have.</summary>
/// <param name="Path">Where it lies, or would lie.</param>
/// <param name="Text">Its text where no file has it; null to read the file.</param>
internal sealed record PlannedDocument(string Path, string? Text = null);
