using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Detections;

/// <summary>
/// The comments <c>// glassbox:ignore GB1001 -- reason</c> of a document: at the end of a line for that line, alone on a
/// line for the next line of code. Without a reason a comment is not honoured.
/// </summary>
internal sealed partial class Suppressions
{
    private readonly HashSet<(int Line, string RuleId)> ignored = [];

    private Suppressions()
    {
    }

    public static Suppressions Of(SyntaxNode root, SourceText text)
    {
        var found = new Suppressions();
        // Walking trivia costs; most documents hold no such comment at all.
        if (!Mentions(text)) return found;
        foreach (var trivia in root.DescendantTrivia())
        {
            if (!trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && !trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)) continue;
            var match = Ignore().Match(trivia.ToString());
            if (!match.Success) continue;
            var line = LineMeant(text, trivia.SpanStart);
            foreach (var rule in match.Groups["rules"].Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
                found.ignored.Add((line, rule.ToUpperInvariant()));
        }

        return found;
    }

    public bool Covers(string ruleId, TextSpan span, SourceText text) =>
        ignored.Count > 0 && ignored.Contains((text.Lines.GetLineFromPosition(span.Start).LineNumber, ruleId));

    private static bool Mentions(SourceText text) => text.ToString().Contains("glassbox:ignore", StringComparison.OrdinalIgnoreCase);

    private static int LineMeant(SourceText text, int start)
    {
        var line = text.Lines.GetLineFromPosition(start);
        if (!string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(line.Start, start)))) return line.LineNumber;
        // Further comments may stand between this one and the code.
        for (var next = line.LineNumber + 1; next < text.Lines.Count; next++)
        {
            var content = text.Lines[next].ToString().AsSpan().Trim();
            if (!content.IsEmpty && !content.StartsWith("//")) return next;
        }

        return line.LineNumber;
    }

    [GeneratedRegex(@"glassbox:ignore\s+(?<rules>GB\d{4}(\s*,\s*GB\d{4})*)\s+--\s*\S", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Ignore();
}
