using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Fixes;

/// <summary>
/// Tries fixes on a fork of the solution. A fix passes when the document has no error that it did not have before, the
/// finding is gone, and no rule has more findings than before. What was tried once on a text is remembered with it.
/// </summary>
internal sealed class FixVerifier(DocumentAnalyzer analyzer)
{
    private readonly ConditionalWeakTable<SyntaxTree, Tried> memory = [];
    private readonly ConditionalWeakTable<SyntaxTree, ErrorCount> errors = [];

    /// <summary>A fix of one detection, or null where it is not possible or does not pass.</summary>
    public async Task<VerifiedFix?> TryAsync(IFix fix, Document document, RawAnalysis analysis, int index, CancellationToken cancellationToken)
    {
        if (analysis.Tree is not { } tree) return null;
        var version = await document.Project.GetDependentSemanticVersionAsync(cancellationToken);
        var tried = memory.GetOrCreateValue(tree);
        var key = (version, analysis.Fingerprints[index], fix.Id);
        if (tried.Results.TryGetValue(key, out var known)) return known;
        var result = await VerifyAsync(fix, document, analysis, analysis.Detections[index], cancellationToken);
        tried.Results[key] = result;
        return result;
    }

    /// <summary>True when a document has no error in <paramref name="after"/> that it has not in <paramref name="before"/>.</summary>
    public async Task<bool> BringsNoErrorAsync(Document before, Document after, CancellationToken cancellationToken)
    {
        var old = await ErrorsOfAsync(before, cancellationToken);
        var current = await ErrorsOfAsync(after, cancellationToken);
        return current.All(error => old.TryGetValue(error.Key, out var count) && count >= error.Value);
    }

    private async Task<VerifiedFix?> VerifyAsync(
        IFix fix, Document document, RawAnalysis analysis, Detection detection, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken) is not CompilationUnitSyntax root) return null;
        if (await document.GetSemanticModelAsync(cancellationToken) is not { } model) return null;
        if (await fix.ProposeAsync(new FixContext(document, root, model, detection), cancellationToken) is not { } proposal) return null;
        var changes = (await proposal.Changed.GetTextChangesAsync(document, cancellationToken)).ToImmutableArray();
        if (changes.IsEmpty) return null;

        // From the text, as the editor will have it: what prints well need not parse well.
        var changed = document.WithText(analysis.Text.WithChanges(changes));
        var after = await analyzer.AnalyzeAsync(changed, cancellationToken);
        if (!IsBetter(analysis, after, detection.RuleId)) return null;
        if (!await BringsNoErrorInAsync(EditedBody.Of(root, changes), document, changed, cancellationToken)) return null;
        return await CompilesInOtherProjectsAsync(document, changed, cancellationToken) ? new VerifiedFix(proposal.Title, changes) : null;
    }

    private async Task<bool> BringsNoErrorInAsync(EditedBody? body, Document before, Document after, CancellationToken cancellationToken)
    {
        if (body is null || await after.GetSyntaxRootAsync(cancellationToken) is not { } root || !body.StandsIn(root)) return await BringsNoErrorAsync(before, after, cancellationToken);
        var old = await ErrorsInAsync(before, body.Before, cancellationToken);
        var current = await ErrorsInAsync(after, body.After, cancellationToken);
        return current.All(error => old.TryGetValue(error.Key, out var count) && count >= error.Value);
    }

    private static async Task<ImmutableDictionary<(string Id, string Message), int>> ErrorsInAsync(Document document, TextSpan span, CancellationToken cancellationToken) =>
        await document.GetSemanticModelAsync(cancellationToken) is { } model ? CountErrors(model, span, cancellationToken) : [];

    private static ImmutableDictionary<(string Id, string Message), int> CountErrors(SemanticModel model, TextSpan? span, CancellationToken cancellationToken) =>
        model.GetDiagnostics(span, cancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .CountBy(diagnostic => (diagnostic.Id, diagnostic.GetMessage()))
            .ToImmutableDictionary();

    private static bool IsBetter(RawAnalysis before, RawAnalysis after, string ruleId)
    {
        var old = before.Detections.CountBy(detection => detection.RuleId).ToDictionary();
        var current = after.Detections.CountBy(detection => detection.RuleId).ToDictionary();
        return current.GetValueOrDefault(ruleId) < old.GetValueOrDefault(ruleId)
            && current.All(rule => rule.Value <= old.GetValueOrDefault(rule.Key));
    }

    // The same file in other projects or for other target frameworks may bind differently.
    private async Task<bool> CompilesInOtherProjectsAsync(Document document, Document changed, CancellationToken cancellationToken)
    {
        var text = await changed.GetTextAsync(cancellationToken);
        foreach (var id in document.GetLinkedDocumentIds())
        {
            if (document.Project.Solution.GetDocument(id) is { } linked && !await BringsNoErrorAsync(linked, linked.WithText(text), cancellationToken)) return false;
        }

        return true;
    }

    private async Task<ImmutableDictionary<(string Id, string Message), int>> ErrorsOfAsync(Document document, CancellationToken cancellationToken)
    {
        var tree = await document.GetSyntaxTreeAsync(cancellationToken);
        var version = await document.Project.GetDependentSemanticVersionAsync(cancellationToken);
        if (tree is null || await document.GetSemanticModelAsync(cancellationToken) is not { } model) return [];
        if (errors.TryGetValue(tree, out var known) && known.Version == version) return known.Errors;
        var counted = CountErrors(model, span: null, cancellationToken);
        errors.AddOrUpdate(tree, new ErrorCount(version, counted));
        return counted;
    }

    private sealed class Tried
    {
        public ConcurrentDictionary<(VersionStamp Version, string Fingerprint, string FixId), VerifiedFix?> Results { get; } = [];
    }

    private sealed record ErrorCount(VersionStamp Version, ImmutableDictionary<(string Id, string Message), int> Errors);
}
