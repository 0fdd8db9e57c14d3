using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Workspace.Snapshots;

/// <summary>A document open in the editor, whatever its language.</summary>
/// <param name="LanguageId">As the client names it, such as <c>csharp</c> or <c>python</c>.</param>
/// <param name="Version">The client's version.</param>
/// <param name="Text">The unsaved text.</param>
public sealed record OpenBuffer(string LanguageId, int Version, SourceText Text)
{
    private static readonly SourceText Nothing = SourceText.From("", System.Text.Encoding.UTF8);

    /// <summary>It nests deeper than the compiler can bear, and is treated as a text of no known language.</summary>
    public bool IsTooDeep { get; init; }

    /// <summary>What the compiler is given.</summary>
    public SourceText Source => IsTooDeep ? Nothing : Text;
}
