using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Fixes;

/// <summary>
/// The one member body that a fix edits. What is written in a body is seen nowhere else, so only the member need be bound
/// again to learn whether the fix brings errors.
/// </summary>
/// <param name="Before">The whole member in the old text.</param>
/// <param name="After">The whole member in the new text.</param>
/// <param name="Kind">What kind of member it is.</param>
internal sealed record EditedBody(TextSpan Before, TextSpan After, SyntaxKind Kind)
{
    /// <summary>The body that holds all changes, or null where there is none: a `using` directive, a signature, two members.</summary>
    public static EditedBody? Of(SyntaxNode root, ImmutableArray<TextChange> changes)
    {
        var span = TextSpan.FromBounds(changes.Min(change => change.Span.Start), changes.Max(change => change.Span.End));
        foreach (var node in root.FindNode(span, getInnermostNodeForTie: true).AncestorsAndSelf())
        {
            if (BodyOf(node) is not { } body || !(body.SpanStart < span.Start && span.End < body.Span.End)) continue;
            var delta = changes.Sum(change => change.NewText!.Length - change.Span.Length);
            return new EditedBody(node.Span, new TextSpan(node.SpanStart, node.Span.Length + delta), node.Kind());
        }

        return null;
    }

    /// <summary>True when the new text has the member where it must be, and parses: braces that no longer match would end it elsewhere.</summary>
    public bool StandsIn(SyntaxNode changed) =>
        After.End <= changed.FullSpan.End
        && changed.FindNode(After) is { ContainsDiagnostics: false } node
        && node.AncestorsAndSelf().Any(one => one.Span == After && one.IsKind(Kind));

    private static SyntaxNode? BodyOf(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
        AccessorDeclarationSyntax accessor => (SyntaxNode?)accessor.Body ?? accessor.ExpressionBody,
        _ => null,
    };
}
