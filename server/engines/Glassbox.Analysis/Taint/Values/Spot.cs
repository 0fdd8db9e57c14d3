using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Taint.Values;

/// <summary>A place in a text, which stays valid as long as the text does.</summary>
/// <param name="Path">The document's path.</param>
/// <param name="Span">In offsets of its text.</param>
internal readonly record struct Spot(string Path, TextSpan Span)
{
    public static Spot Of(SyntaxNode node) => new(node.SyntaxTree.FilePath, node.Span);
}
