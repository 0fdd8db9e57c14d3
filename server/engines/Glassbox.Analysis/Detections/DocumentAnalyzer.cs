using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Glassbox.Analysis.Flow;
using Glassbox.Analysis.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Detections;

/// <summary>Runs every rule over a document, and remembers what they said for as long as nothing that they read changes.</summary>
internal sealed class DocumentAnalyzer
{
    // Trees live as long as a solution holds them and change with every edit: what is remembered goes with them.
    private readonly ConditionalWeakTable<SyntaxTree, Remembered> memory = [];

    public async Task<RawAnalysis> AnalyzeAsync(Document document, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken);
        if (GeneratedCode.HasGeneratedName(document.FilePath ?? document.Name)) return new RawAnalysis(null, text, [], []);
        if (await document.GetSyntaxTreeAsync(cancellationToken) is not { } tree) return new RawAnalysis(null, text, [], []);
        // Bodies of other documents cannot change what is found here; their declarations can.
        var version = await document.Project.GetDependentSemanticVersionAsync(cancellationToken);
        if (memory.TryGetValue(tree, out var remembered) && (remembered.Version == version || !remembered.WasBound)) return remembered.Analysis;

        if (await tree.GetRootAsync(cancellationToken) is not CompilationUnitSyntax root || GeneratedCode.SaysGenerated(root))
            return Remember(new RawAnalysis(tree, text, [], []), wasBound: false);
        var candidates = Candidates.In(root, cancellationToken);
        if (candidates.IsEmpty || await document.GetSemanticModelAsync(cancellationToken) is not { } model)
            return Remember(new RawAnalysis(tree, text, [], []), wasBound: false);

        var detections = Inspect(candidates, new DocumentContext(root, model, cancellationToken));
        var suppressions = Suppressions.Of(root, text);
        var ordered = detections.OrderBy(detection => detection.Span.Start).ThenBy(detection => detection.Span.Length).ThenBy(detection => detection.RuleId, StringComparer.Ordinal).ToImmutableArray();
        // Suppressed ones count among equals, so that a comment on one does not rename the next.
        var named = ordered.Zip(Fingerprints.Of(ordered, root)).Where(pair => !suppressions.Covers(pair.First.RuleId, pair.First.Span, text)).ToList();
        return Remember(new RawAnalysis(tree, text, [.. named.Select(pair => pair.First)], [.. named.Select(pair => pair.Second)]), wasBound: true);

        RawAnalysis Remember(RawAnalysis analysis, bool wasBound)
        {
            memory.AddOrUpdate(tree, new Remembered(version, wasBound, analysis));
            return analysis;
        }
    }

    private static IReadOnlyList<Detection> Inspect(Candidates candidates, DocumentContext context)
    {
        foreach (var (rule, node) in candidates.Nodes)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            rule.Inspect(node, context);
        }

        foreach (var (body, rules) in candidates.Bodies)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (Flow.Bodies.GraphOf(body, context.Model, context.CancellationToken) is not { } graph) continue;
            foreach (var rule in rules) rule.Inspect(body, graph, context);
        }

        return context.Detections;
    }

    private sealed record Remembered(VersionStamp Version, bool WasBound, RawAnalysis Analysis);
}
