using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>What messages call a piece of code, and whether somebody has commented on it.</summary>
internal static class Shown
{
    /// <summary>The code in quotation marks where it is short, else its last name.</summary>
    public static string Of(SyntaxNode node)
    {
        var text = node.ToString();
        if (text.Length <= 40 && !text.Contains('\n', StringComparison.Ordinal)) return $"'{text}'";
        return Syntax.LastName(node) is { } name ? $"'{name}'" : "this expression";
    }

    /// <summary>True where a comment stands in or beside a node.</summary>
    public static bool HasComment(SyntaxNode node)
    {
        foreach (var trivia in node.DescendantTrivia())
        {
            if (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)) return true;
        }

        return false;
    }
}
