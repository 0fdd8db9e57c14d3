using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Taint.Summaries;

/// <summary>
/// What is known of bodies, kept as long as their texts: an edit forgets the bodies of its document and those that lead there,
/// and nothing else.
/// </summary>
internal sealed class SummaryStore
{
    private readonly ConditionalWeakTable<SyntaxTree, ConcurrentDictionary<(int Start, int Kind), BodySummary>> trees = [];

    /// <summary>What was said of a body before, whether or not it still holds.</summary>
    public BodySummary? Find(SyntaxNode body) =>
        trees.TryGetValue(body.SyntaxTree, out var summaries) && summaries.TryGetValue(KeyOf(body), out var summary) ? summary : null;

    public void Put(SyntaxNode body, BodySummary summary) => trees.GetValue(body.SyntaxTree, static _ => new())[KeyOf(body)] = summary;

    private static (int Start, int Kind) KeyOf(SyntaxNode body) => (body.SpanStart, body.RawKind);
}
