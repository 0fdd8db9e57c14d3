using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3345: comments that say that something is wrong.</summary>
internal sealed class SuspiciousCommentRule : INodeRule
{
    private static readonly string[] Words = ["BUG", "HACK", "FIXME", "XXX"];

    public bool IsCandidate(SyntaxNode node) =>
        node is StatementSyntax or MemberDeclarationSyntax && (HasWord(node.GetLeadingTrivia()) || HasWord(node.GetTrailingTrivia()));

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        foreach (var trivia in node.GetLeadingTrivia().Concat(node.GetTrailingTrivia()))
        {
            if (WordOf(trivia) is { } word) context.Report(CorrectnessIds.SuspiciousComment, Confidence.High, $"The comment {word} says that something is left to mend", trivia.Span);
        }
    }

    private static bool HasWord(SyntaxTriviaList list)
    {
        foreach (var trivia in list)
        {
            if (WordOf(trivia) is not null) return true;
        }

        return false;
    }

    // At its start, as a word of its own, in capitals.
    private static string? WordOf(SyntaxTrivia comment)
    {
        if (!comment.IsKind(SyntaxKind.SingleLineCommentTrivia) && !comment.IsKind(SyntaxKind.MultiLineCommentTrivia)) return null;
        var text = comment.ToString().AsSpan().TrimStart("/* \t");
        foreach (var word in Words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || !char.IsLetterOrDigit(text[word.Length]))) return word;
        }

        return null;
    }
}
