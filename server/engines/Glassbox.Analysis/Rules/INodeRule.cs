using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Rules;

/// <summary>A rule that looks at single constructs.</summary>
internal interface INodeRule
{
    /// <summary>By syntax alone, and cheap: a document without candidates is never bound.</summary>
    bool IsCandidate(SyntaxNode node);

    /// <summary>Reports what is wrong at a candidate.</summary>
    void Inspect(SyntaxNode node, DocumentContext context);
}
