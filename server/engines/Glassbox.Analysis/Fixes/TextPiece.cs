using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Fixes;

/// <summary>A stretch of a text that the program puts together: constant text, or an expression.</summary>
/// <param name="Value">The constant text, or null for an expression.</param>
/// <param name="Hole">The expression, or null for constant text.</param>
/// <param name="HasFormat">The expression is formatted or aligned, so it is more than itself.</param>
internal sealed record TextPiece(string? Value, ExpressionSyntax? Hole, bool HasFormat)
{
    public static TextPiece Text(string value) => new(value, Hole: null, HasFormat: false);

    public static TextPiece Of(ExpressionSyntax hole, bool hasFormat = false) => new(Value: null, hole, hasFormat);
}
