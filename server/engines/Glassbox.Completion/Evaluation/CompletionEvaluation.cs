using System.Collections.Immutable;
using Glassbox.Completion.CSharp;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Evaluation;

/// <summary>
/// Measures what completion would have done for a workspace: files are held out, everything else is learned, and at chosen
/// places of the held-out files the tail of the line is cut off and asked for. The rest of the file stays, as it does when
/// somebody edits it; the file is learned without the tail, as the server does in the background.
/// </summary>
public sealed class CompletionEvaluation
{
    private const int ShortestFile = 1500;
    private const int LongestFile = 200_000;

    private readonly RoslynSnapshot snapshot;
    private readonly EvaluationOptions options;
    private readonly CompletionEngine engine = new();
    private readonly ImmutableArray<PopupResult>.Builder members = ImmutableArray.CreateBuilder<PopupResult>();
    private readonly ImmutableArray<PopupResult>.Builder names = ImmutableArray.CreateBuilder<PopupResult>();
    private readonly ImmutableArray<LineResult>.Builder lines = ImmutableArray.CreateBuilder<LineResult>();
    private readonly Action<PopupSession, string, bool>? observe;
    private long version;

    private CompletionEvaluation(RoslynSnapshot snapshot, EvaluationOptions options, Action<PopupSession, string, bool>? observe)
    {
        this.snapshot = snapshot;
        this.options = options;
        this.observe = observe;
        version = snapshot.Version;
    }

    /// <summary>Runs the evaluation.</summary>
    /// <param name="snapshot">The workspace; nothing of it is changed.</param>
    /// <param name="options">How much, and the seed.</param>
    /// <param name="progress">Told how many files are done, of how many.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static Task<EvaluationReport> RunAsync(
        RoslynSnapshot snapshot, EvaluationOptions options, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken) =>
        RunAsync(snapshot, options, progress, observe: null, cancellationToken);

    /// <inheritdoc cref="RunAsync(RoslynSnapshot, EvaluationOptions, IProgress{ValueTuple{int, int}}, CancellationToken)"/>
    /// <param name="observe">Shown each popup as it was ranked, with the name that was written and whether that is a member.</param>
    internal static async Task<EvaluationReport> RunAsync(
        RoslynSnapshot snapshot, EvaluationOptions options, IProgress<(int Done, int Total)>? progress, Action<PopupSession, string, bool>? observe, CancellationToken cancellationToken)
    {
        var run = new CompletionEvaluation(snapshot, options, observe);
        var held = await run.HoldOutAsync(cancellationToken);
        var ids = held.SelectMany(path => snapshot.Solution.GetDocumentIdsWithFilePath(path.Value)).ToImmutableArray();
        var rest = run.SnapshotOf(snapshot.Solution.RemoveDocuments(ids), ImmutableDictionary<DocumentPath, OpenBuffer>.Empty);
        await run.engine.LearnAsync(rest, changed: null, cancellationToken);
        var places = await run.ChooseAsync(held, cancellationToken);
        for (var i = 0; i < held.Length; i++)
        {
            progress?.Report((i, held.Length));
            await run.EvaluateAsync(held[i], places, cancellationToken);
            await run.engine.LearnAsync(rest, [held[i]], cancellationToken);
        }

        progress?.Report((held.Length, held.Length));
        return new EvaluationReport(run.members.ToImmutable(), run.names.ToImmutable(), run.lines.ToImmutable());
    }

    private async Task<ImmutableArray<DocumentPath>> HoldOutAsync(CancellationToken cancellationToken)
    {
        var fit = new List<DocumentPath>();
        foreach (var path in snapshot.Documents.Where(path => path.IsCSharp && !GeneratedFiles.IsNamedSo(path.Name)))
        {
            if (await snapshot.GetTextAsync(path, cancellationToken) is { Length: >= ShortestFile and <= LongestFile } text && !GeneratedFiles.SaysSo(text.ToString(new TextSpan(0, ShortestFile)))) fit.Add(path);
        }

        Shuffle(fit, new Random(options.Seed));
        // Learning from a fraction would measure another workspace.
        return [.. fit.Take(Math.Min(options.Files, Math.Max(1, fit.Count / 5)))];
    }

    // Of all places of all files alike: a large file is edited more often than a small one.
    private async Task<HashSet<(DocumentPath Path, EvaluationKind Kind, int Offset)>> ChooseAsync(ImmutableArray<DocumentPath> held, CancellationToken cancellationToken)
    {
        var all = new Dictionary<EvaluationKind, List<(DocumentPath, EvaluationKind, int)>>();
        foreach (var kind in Enum.GetValues<EvaluationKind>()) all[kind] = [];
        foreach (var path in held)
        {
            if (!snapshot.TryGetDocument(path, out var document) || await document.GetSyntaxRootAsync(cancellationToken) is not { } root) continue;
            var text = await document.GetTextAsync(cancellationToken);
            all[EvaluationKind.Member].AddRange(MemberNames(root).Select(token => (path, EvaluationKind.Member, token.SpanStart)));
            all[EvaluationKind.Name].AddRange(OtherNames(root).Select(token => (path, EvaluationKind.Name, token.SpanStart)));
            all[EvaluationKind.Line].AddRange(LineTails(root, text).Select(token => (path, EvaluationKind.Line, token.SpanStart)));
        }

        var random = new Random(options.Seed);
        var chosen = new HashSet<(DocumentPath, EvaluationKind, int)>();
        foreach (var kind in options.Kinds)
        {
            Shuffle(all[kind], random);
            chosen.UnionWith(all[kind].Take(held.Length * options.PlacesPerFile));
        }

        return chosen;
    }

    private async Task EvaluateAsync(DocumentPath path, HashSet<(DocumentPath Path, EvaluationKind Kind, int Offset)> places, CancellationToken cancellationToken)
    {
        if (!snapshot.TryGetDocument(path, out var document) || await document.GetSyntaxRootAsync(cancellationToken) is not { } root) return;
        var text = await document.GetTextAsync(cancellationToken);
        foreach (var (_, kind, offset) in places.Where(place => place.Path == path).OrderBy(place => place.Kind).ThenBy(place => place.Offset))
        {
            if (kind == EvaluationKind.Line) await AskForLineAsync(path, document, text, offset, cancellationToken);
            else await AskForNameAsync(path, document, text, root.FindToken(offset), kind, cancellationToken);
        }
    }

    private static IEnumerable<SyntaxToken> MemberNames(SyntaxNode root) =>
        root.DescendantNodes().Select(node => node switch
        {
            MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access => access.Name.Identifier,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier,
            _ => default,
        }).Where(token => token.IsKind(SyntaxKind.IdentifierToken) && !token.IsMissing);

    private static IEnumerable<SyntaxToken> OtherNames(SyntaxNode root) =>
        root.DescendantNodes().OfType<SimpleNameSyntax>()
            .Where(name => name.Parent is not (MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or QualifiedNameSyntax or NameColonSyntax or NameEqualsSyntax)
                || (name.Parent is MemberAccessExpressionSyntax access && access.Expression == name))
            .Select(name => name.Identifier).Where(token => !token.IsMissing);

    // Where somebody stops and looks: within a body, after at least one token of the line, with something left to write.
    private static IEnumerable<SyntaxToken> LineTails(SyntaxNode root, SourceText text) =>
        root.DescendantNodes().OfType<BlockSyntax>().Where(block => block.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax)
            .SelectMany(block => block.DescendantTokens())
            .Where(token => LineEnd(text, token.SpanStart) - token.SpanStart >= 4 && !string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(LineStart(text, token.SpanStart), token.SpanStart))));

    private async Task AskForNameAsync(DocumentPath path, Document document, SourceText text, SyntaxToken name, EvaluationKind kind, CancellationToken cancellationToken)
    {
        var cut = await CutAsync(path, document, text, name.SpanStart, cancellationToken);
        var isMember = kind == EvaluationKind.Member;
        var query = new CompletionQuery(path, cut.Text.PositionAt(name.SpanStart), isMember ? '.' : null, IsExplicit: !isMember);
        var answer = await engine.CompleteAsync(cut.Snapshot, query, new CompletionSettings { MaxItems = int.MaxValue }, cancellationToken);
        if (observe is not null && engine.LastPopup is { } popup) observe(popup, name.ValueText, isMember);
        var labels = answer.Candidates.Where(candidate => candidate.Kind != CandidateKind.Snippet).Select(candidate => candidate.Label).ToList();
        var truth = name.ValueText;
        (isMember ? members : names).Add(new PopupResult(
            PlaceOf(path, cut.Text, name.SpanStart),
            truth,
            labels.Count,
            labels.IndexOf(truth),
            engine.ConfidenceOf(answer),
            labels.Order(StringComparer.OrdinalIgnoreCase).ToList().IndexOf(truth),
            labels.OrderByDescending(label => engine.UsesOf(label, isMember)).ThenBy(label => label, StringComparer.Ordinal).ToList().IndexOf(truth),
            ContextRanking.RankOf(truth, labels, engine.EvidenceAt(path, cut.Text, name.SpanStart, name.SpanStart))));
    }

    private async Task AskForLineAsync(DocumentPath path, Document document, SourceText text, int offset, CancellationToken cancellationToken)
    {
        var cut = await CutAsync(path, document, text, offset, cancellationToken);
        var query = new GhostTextQuery(path, cut.Text.PositionAt(offset), IsExplicit: false, SelectedCompletion: null);
        var shown = await engine.CompleteInlineAsync(cut.Snapshot, query, new GhostTextSettings(), cancellationToken);
        var best = await engine.CompleteInlineAsync(cut.Snapshot, query with { IsExplicit = true }, new GhostTextSettings(), cancellationToken);
        var truth = text.ToString(TextSpan.FromBounds(offset, LineEnd(text, offset)));
        lines.Add(new LineResult(
            PlaceOf(path, cut.Text, offset), truth, shown is [var ghost, ..] ? ghost.Insert : "", best is [var first, ..] ? first.Insert : "", best is [{ } sure, ..] ? sure.Confidence : 0));
    }

    private async Task<(RoslynSnapshot Snapshot, SourceText Text)> CutAsync(DocumentPath path, Document document, SourceText text, int offset, CancellationToken cancellationToken)
    {
        var cut = text.WithChanges(new TextChange(TextSpan.FromBounds(offset, LineEnd(text, offset)), ""));
        var buffer = new OpenBuffer("csharp", 1, cut);
        var changed = SnapshotOf(
            snapshot.Solution.WithDocumentText(document.Id, cut), ImmutableDictionary<DocumentPath, OpenBuffer>.Empty.Add(path, buffer));
        await engine.LearnAsync(changed, [path], cancellationToken);
        return (changed, cut);
    }

    private RoslynSnapshot SnapshotOf(Solution solution, ImmutableDictionary<DocumentPath, OpenBuffer> buffers) =>
        new(++version, solution, buffers, snapshot.Tiers);

    private static string PlaceOf(DocumentPath path, SourceText text, int offset)
    {
        var position = text.PositionAt(offset);
        return $"{path.Value}:{position.Line + 1}:{position.Character + 1}";
    }

    private static int LineEnd(SourceText text, int at)
    {
        while (at < text.Length && text[at] is not ('\r' or '\n')) at++;
        return at;
    }

    private static int LineStart(SourceText text, int at)
    {
        while (at > 0 && text[at - 1] is not ('\r' or '\n')) at--;
        return at;
    }

    private static void Shuffle<T>(List<T> list, Random random)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            var other = random.Next(i + 1);
            (list[i], list[other]) = (list[other], list[i]);
        }
    }
}
