using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Workspace.Snapshots;

/// <summary>A document open in the editor, whatever its language.</summary>
/// <param name="LanguageId">As the client names it, such as <c>csharp</c> or <c>python</c>.</param>
/// <param name="Version">The client's version.</param>
/// <param name="Text">The unsaved text.</param>
public sealed record OpenBuffer(string LanguageId, int Version, SourceText Text);
