using System.Globalization;
using Glassbox.Contracts.Text;

namespace Glassbox.Completion.Describe;

/// <summary>A place where something was written before.</summary>
/// <param name="Path">The document.</param>
/// <param name="Line">Its line, counted from 1 as people do.</param>
internal readonly record struct UsePlace(DocumentPath Path, int Line)
{
    /// <summary>For people: the file's name and the line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Path.Name}:{Line}");
}
