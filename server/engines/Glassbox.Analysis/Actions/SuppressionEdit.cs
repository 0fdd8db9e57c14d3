using System.Collections.Immutable;
using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Fixes;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Actions;

/// <summary>Puts the comment that marks a finding as looked at, above its line or, where that is inside a text, behind it.</summary>
internal static class SuppressionEdit
{
    /// <summary>The reasons offered.</summary>
    public static readonly ImmutableArray<string> Reasons = ["false positive", "accepted risk", "reviewed"];

    /// <summary>The changes to try, in order.</summary>
    public static IEnumerable<TextChange> Candidates(RawAnalysis analysis, Detection detection, string reason, SyntaxNode root)
    {
        var comment = "// " + SuppressionComment.Write(detection.RuleId, reason);
        var line = analysis.Text.Lines.GetLineFromPosition(detection.Span.Start);
        var content = line.ToString();
        var indentation = content[..(content.Length - content.TrimStart().Length)];
        yield return new TextChange(new TextSpan(line.Start, 0), indentation + comment + LineEndings.Of(root));
        yield return new TextChange(new TextSpan(line.Start + content.TrimEnd().Length, 0), " " + comment);
    }
}
