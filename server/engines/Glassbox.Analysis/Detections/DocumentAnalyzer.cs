using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Glassbox.Analysis.Taint;
using Glassbox.Analysis.Taint.Modeling;
using Glassbox.Analysis.Taint.Summaries;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Detections;

/// <summary>Runs every rule over a document, and remembers what they said for as long as nothing that they read changes.</summary>
internal sealed class DocumentAnalyzer
{
    // Trees live as long as a solution holds them and change with every edit: what is remembered goes with them.
    private readonly ConditionalWeakTable<SyntaxTree, Remembered> memory = [];
    private readonly SummaryStore summaries = new();

    public async Task<RawAnalysis> AnalyzeAsync(Document document, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken);
        if (GeneratedCode.HasGeneratedName(document.FilePath ?? document.Name)) return new RawAnalysis(null, text, [], []);
        if (await document.GetSyntaxTreeAsync(cancellationToken) is not { } tree) return new RawAnalysis(null, text, [], []);
        // Declarations of other documents can change what is found here, and so can the bodies that it was found in.
        if (await ViewAsync(document.Project, cancellationToken) is not { } view) return new RawAnalysis(null, text, [], []);
        if (memory.TryGetValue(tree, out var remembered) && remembered.IsCurrent(view)) return remembered.Analysis;

        if (await tree.GetRootAsync(cancellationToken) is not CompilationUnitSyntax root || GeneratedCode.SaysGenerated(root))
            return Remember(new RawAnalysis(tree, text, [], []), new ProgramQuestions(view), [], isGenerated: true);
        var questions = new ProgramQuestions(view);
        var context = new DocumentContext(root, ProgramView.ModelOf(view.CompilationOf(tree), tree), questions, cancellationToken);
        Inspect(Candidates.In(root, cancellationToken), context);
        var found = Follow(view, context);
        var suppressions = Suppressions.Of(root, text);
        var ordered = context.Detections.OrderBy(detection => detection.Span.Start).ThenBy(detection => detection.Span.Length).ThenBy(detection => detection.RuleId, StringComparer.Ordinal).ToImmutableArray();
        // Suppressed ones count among equals, so that a comment on one does not rename the next.
        var named = ordered.Zip(Fingerprints.Of(ordered, root)).Where(pair => !suppressions.Covers(pair.First.RuleId, pair.First.Span, text)).ToList();
        return Remember(new RawAnalysis(tree, text, [.. named.Select(pair => pair.First)], [.. named.Select(pair => pair.Second)]), questions, found, isGenerated: false);

        RawAnalysis Remember(RawAnalysis analysis, ProgramQuestions questions, ImmutableArray<BodySummary> summaries, bool isGenerated)
        {
            memory.AddOrUpdate(tree, new Remembered(isGenerated, view.VersionOf(tree), questions, summaries, analysis));
            return analysis;
        }
    }

    private static async Task<ProgramView?> ViewAsync(Project project, CancellationToken cancellationToken)
    {
        if (await project.GetCompilationAsync(cancellationToken) is not { } compilation) return null;
        var versions = new Dictionary<string, VersionStamp>(StringComparer.Ordinal);
        foreach (var id in project.Solution.GetProjectDependencyGraph().GetProjectsThatThisProjectTransitivelyDependsOn(project.Id).Prepend(project.Id))
        {
            if (project.Solution.GetProject(id) is { } one) versions[one.AssemblyName] = await one.GetDependentSemanticVersionAsync(cancellationToken);
        }

        return ProgramView.Of(compilation, versions);
    }

    // Values from outside, wherever they come from and go.
    private ImmutableArray<BodySummary> Follow(ProgramView view, DocumentContext context)
    {
        var program = new TaintProgram(view, context.Model, summaries, TaintModel.BuiltIn, context.CancellationToken);
        var (flows, found) = DocumentFlows.Of(program, context);
        var path = context.Root.SyntaxTree.FilePath;
        foreach (var flow in flows)
            context.Report(flow.RuleId, flow.Confidence, flow.Message, flow.At.Span, [.. flow.Stations.Select(station => StationOf(station, path, view))]);
        return found;
    }

    private static TraceStation StationOf(FlowStation station, string path, ProgramView view)
    {
        if (station.At.Path == path) return new TraceStation(station.Kind, station.At.Span, station.Message);
        return view.TreeOf(station.At.Path) is { } tree
            ? new TraceStation(station.Kind, default, station.Message) { Elsewhere = (DocumentPath.FromFile(station.At.Path), tree.GetText().RangeOf(station.At.Span)) }
            : new TraceStation(station.Kind, default, station.Message);
    }

    private static void Inspect(Candidates candidates, DocumentContext context)
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
    }

    private sealed record Remembered(bool IsGenerated, VersionStamp Version, ProgramQuestions Questions, ImmutableArray<BodySummary> Summaries, RawAnalysis Analysis)
    {
        public bool IsCurrent(ProgramView view) =>
            IsGenerated || (view.VersionOf(Analysis.Tree!) == Version && Summaries.All(view.IsCurrent) && Questions.HoldFor(view));
    }
}
