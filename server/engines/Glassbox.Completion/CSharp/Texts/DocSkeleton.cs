using System.Globalization;
using System.Text;
using Glassbox.Completion.CSharp.Snippets;
using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp.Texts;

/// <summary>A whole comment for a declaration that has none.</summary>
internal static class DocSkeleton
{
    /// <summary>Null where no declaration follows.</summary>
    public static PopupEntry? Of(DocComment comment)
    {
        if (comment.Target is not { } target || IsDocumentedBelow(comment, target)) return null;
        var next = comment.IsSingleLine ? "\n/// " : "\n * ";
        var label = new StringBuilder("<summary>");
        var text = new StringBuilder("<summary>").Append(next).Append("$1").Append(next).Append("</summary>");
        var stop = 1;
        AddAll("typeparam", DocSubject.TypeParametersOf(target));
        AddAll("param", DocSubject.ParametersOf(target));
        if (DocSubject.Returns(target))
        {
            label.Append(" <returns>");
            text.Append(next).Append(CultureInfo.InvariantCulture, $"<returns>${++stop}</returns>");
        }

        text.Append("$0");
        var snippet = text.ToString();
        return new PopupEntry(label.ToString(), CandidateKind.Snippet, 0) { Snippet = snippet, Insert = SnippetTemplate.WithoutStops(snippet), IsExpected = true };

        void AddAll(string tag, IReadOnlyList<string> names)
        {
            if (names.Count > 0) label.Append(CultureInfo.InvariantCulture, $" <{tag}>");
            foreach (var name in names) text.Append(next).Append(CultureInfo.InvariantCulture, $"<{tag} name=\"{name}\">${++stop}</{tag}>");
        }
    }

    // Two comments before one declaration, with a blank line between them.
    private static bool IsDocumentedBelow(DocComment comment, MemberDeclarationSyntax target) =>
        target.GetLeadingTrivia().ToFullString().Contains("<summary", StringComparison.Ordinal) && !comment.Whole.Contains("<summary", StringComparison.Ordinal);
}
