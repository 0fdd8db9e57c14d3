using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Glassbox.Analysis.Rules;

/// <summary>A rule that follows the control flow of a body.</summary>
internal interface IBodyRule
{
    /// <summary>True for a word without which a body cannot have a finding; a body without any is never bound.</summary>
    bool IsHint(SyntaxToken token);

    /// <summary>Reports what is wrong in a body.</summary>
    void Inspect(SyntaxNode body, ControlFlowGraph graph, DocumentContext context);
}
