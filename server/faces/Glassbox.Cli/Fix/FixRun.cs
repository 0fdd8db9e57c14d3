using System.Collections.Immutable;
using Glassbox.Cli.Session;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Text;

namespace Glassbox.Cli.Fix;

/// <summary>Asks the core for the fix of one finding after the other, widest first, and keeps the texts.</summary>
internal sealed class FixRun(CoreSession session)
{
    /// <summary>How often an edit is asked for again because it touches a document that was not open yet.</summary>
    private const int Attempts = 4;

    private const string NoFix = "no fix of it could be verified";

    private readonly WorkingCopies copies = new(session.Core);
    private readonly Dictionary<FindingKey, string> reasons = [];
    private readonly SortedDictionary<DocumentPath, ImmutableArray<Finding>> current = [];
    private readonly HashSet<FindingKey> tried = [];

    /// <summary>Fixes what can be fixed. Nothing is written.</summary>
    public async Task<FixOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var before = await session.FindAsync(cancellationToken);
        Take(before);
        // This ends: a finding is tried again only after there have become fewer.
        while (Next() is { } finding)
        {
            tried.Add(FindingKey.Of(finding));
            session.Progress.Show($"Fixing {finding.RuleId} in {finding.Path.Name}");
            await TryFixAsync(finding, cancellationToken);
        }

        if (copies.Changed.Any()) Take(await session.FindAsync(cancellationToken));
        return Conclude(before);
    }

    private void Take(ImmutableArray<DocumentFindings> documents)
    {
        current.Clear();
        foreach (var document in documents) current[document.Path] = Wanted(document);
    }

    private ImmutableArray<Finding> Wanted(DocumentFindings document) =>
        [.. document.Findings.Where(finding => session.Rules.Includes(finding.RuleId)).OrderBy(finding => finding.Range.Start)];

    private Finding? Next() =>
        current.Values.SelectMany(findings => findings)
            .OrderBy(finding => finding.RuleId, StringComparer.Ordinal)
            .FirstOrDefault(finding => !tried.Contains(FindingKey.Of(finding)));

    private async Task TryFixAsync(Finding finding, CancellationToken cancellationToken)
    {
        if (await copies.OpenAsync(finding.Path, cancellationToken) is { } problem)
        {
            reasons[FindingKey.Of(finding)] = $"the file cannot be edited: {problem}";
            return;
        }

        string? reason = null;
        foreach (var rank in Enumerable.Range(0, 3))
        {
            var offers = await session.Core.ListActionsAsync(finding.Path, finding.Range, cancellationToken);
            if (offers.FirstOrDefault(offer => RankOf(offer, finding) == rank) is not { } offer) continue;
            if (offer.DisabledReason is { } disabled)
            {
                reason ??= disabled;
                continue;
            }

            var refusal = await TryApplyAsync(offer.Id, cancellationToken);
            if (refusal is null) return;
            reason ??= refusal;
        }

        reasons[FindingKey.Of(finding)] = reason ?? NoFix;
    }

    /// <summary>Everywhere first, then in the document, then this one; never a suppression.</summary>
    private int? RankOf(CodeActionOffer offer, Finding finding) => offer.Id switch
    {
        // Where one file was named, the others are none of our business.
        { Kind: CodeActionKind.FixAllOfRule, Scope: FixScope.Solution } id when id.RuleId == finding.RuleId && session.Target.Document is null => 0,
        { Kind: CodeActionKind.FixAllOfRule, Scope: FixScope.Document } id when id.RuleId == finding.RuleId => 1,
        { Kind: CodeActionKind.QuickFix } id when id.Fingerprint == finding.Fingerprint => 2,
        _ => null,
    };

    /// <summary>Applies an action to the working copies; null when that was done, else why not.</summary>
    private async Task<string?> TryApplyAsync(CodeActionId action, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var edit = await session.Core.ResolveActionAsync(action, cancellationToken);
            if (edit.Refusal is { } refusal) return refusal;
            if (edit.Documents.IsEmpty) return NoFix;
            if (copies.Holds(edit))
            {
                if (await copies.ApplyAsync(edit, cancellationToken) is not { } before) return "its edits overlap";
                if (await LookAgainAsync(before, cancellationToken)) return null;
                await copies.RestoreAsync(before, cancellationToken);
                return "its fix does not remove it";
            }

            // Edits of files that we have not read yet could be edits of another text than the one we would change.
            foreach (var document in edit.Documents)
                if (await copies.OpenAsync(document.Path, cancellationToken) is { } problem) return $"{document.Path.Name} cannot be edited: {problem}";
        }

        return "the files changed meanwhile";
    }

    /// <summary>True when there are fewer findings than before the edit, as there must be.</summary>
    private async Task<bool> LookAgainAsync(IEnumerable<WorkingCopies.Earlier> edited, CancellationToken cancellationToken)
    {
        var looked = new List<(DocumentPath Path, ImmutableArray<Finding> Findings)>();
        foreach (var path in edited.Select(copy => copy.Copy.File.Path))
            looked.Add((path, Wanted(await session.Core.FindAsync(path, cancellationToken))));
        var before = looked.Sum(document => current.GetValueOrDefault(document.Path, []).Length);
        if (looked.Sum(document => document.Findings.Length) >= before) return false;

        foreach (var (path, findings) in looked)
        {
            current[path] = findings;
            // Fingerprints count among equals: where one is gone, the next has its name now, and was not tried under it.
            tried.RemoveWhere(key => key.Path == path);
        }

        return true;
    }

    private FixOutcome Conclude(ImmutableArray<DocumentFindings> documents)
    {
        var before = documents.SelectMany(document => Wanted(document)).ToList();
        var left = current.Values.SelectMany(findings => findings).ToImmutableArray();
        var keys = left.Select(FindingKey.Of).ToHashSet();
        return new FixOutcome(
            documents.Length,
            [.. copies.Changed],
            [.. before.Where(finding => !keys.Contains(FindingKey.Of(finding)))],
            [.. left.Select(finding => new LeftFinding(
                finding,
                before.Find(earlier => FindingKey.Of(earlier) == FindingKey.Of(finding)) ?? finding,
                reasons.GetValueOrDefault(FindingKey.Of(finding), NoFix)))]);
    }
}
