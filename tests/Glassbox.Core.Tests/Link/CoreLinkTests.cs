using System.Collections.Immutable;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Evaluation;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Link;
using Nerdbank.Streams;
using StreamJsonRpc;

namespace Glassbox.Core.Tests.Link;

/// <summary>The two ends of the link, joined in memory: every record must come out as it went in.</summary>
public sealed class CoreLinkTests
{
    private static readonly DocumentPath File = DocumentPath.FromFile("/shop/Ördner/a b#1.cs");

    private ScriptedCore scripted = null!;
    private RecordedEvents events = null!;
    private ICoreEvents sender = null!;
    private ICore core = null!;
    private JsonRpc client = null!;
    private Task serving = null!;

    [SetUp]
    public void Join()
    {
        var (near, far) = FullDuplexStream.CreatePair();
        scripted = new ScriptedCore();
        events = new RecordedEvents();
        serving = CoreServer.RunAsync(far, far, theirs =>
        {
            sender = theirs;
            return scripted;
        });
        client = CoreRpc.Create(near);
        client.AddLocalRpcTarget<ICoreEvents>(events, null);
        core = client.Attach<ICore>();
        client.StartListening();
    }

    [TearDown]
    public async Task PartAsync()
    {
        client.Dispose();
        await serving.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Test]
    public async Task Evaluation_IsAskedForAndAnsweredWithEveryValue()
    {
        scripted.Evaluation = new CompletionEvaluationReport(
        [
            new EvaluationRow(EvaluationTask.Members, EvaluationRanking.Contexts, 7, [new EvaluationValue(EvaluationMetric.TopOne, 0.25)]),
            new EvaluationRow(EvaluationTask.Ghost, EvaluationRanking.Glassbox, 0, []),
        ]);
        var report = await core.EvaluateCompletionAsync(new CompletionEvaluationRequest(3, 4, 5, [EvaluationTask.Lines]), default);
        var asked = (CompletionEvaluationRequest)scripted.Told.Single();
        Assert.That((asked.Seed, asked.Files, asked.PlacesPerFile, asked.Tasks.Single()), Is.EqualTo((3, 4, 5, EvaluationTask.Lines)));
        Assert.That(report.Rows.Select(row => (row.Task, row.Ranking, row.Places)), Is.EqualTo(new[]
        {
            (EvaluationTask.Members, EvaluationRanking.Contexts, 7), (EvaluationTask.Ghost, EvaluationRanking.Glassbox, 0),
        }));
        Assert.That(report.Rows[0].Values, Is.EqualTo(new[] { new EvaluationValue(EvaluationMetric.TopOne, 0.25) }));
        await core.WaitForLearningAsync(default);
    }

    [Test]
    public async Task SessionOptions_ArriveWithEveryValue()
    {
        var settings = new GlassboxSettings
        {
            Completion = new CompletionSettings { Enabled = false, ImportCompletion = false, MaxItems = 20 },
            GhostText = new GhostTextSettings { Enabled = false, Threshold = 0 },
            Analysis = new AnalysisSettings
            {
                Enabled = false,
                Scope = AnalysisScope.OpenDocuments,
                MinimumSeverity = Severity.None,
                Rules = ImmutableDictionary<string, Severity>.Empty.Add("GB1001", Severity.None),
            },
            Workspace = new WorkspaceSettings { Solution = "x.sln", Exclude = ["a"] },
        };
        await core.OpenSessionAsync(new SessionOptions([File], settings, TrustDecision.Untrusted, CanAskForTrust: false, "cli"), default);

        var arrived = (SessionOptions)scripted.Told.Single();
        Assert.Multiple(() =>
        {
            Assert.That(arrived.Folders, Is.EqualTo(new[] { File }));
            Assert.That(arrived.Trust, Is.EqualTo(TrustDecision.Untrusted));
            Assert.That(arrived.CanAskForTrust, Is.False);
            Assert.That(arrived.Face, Is.EqualTo("cli"));
            Assert.That(arrived.Settings.Completion, Is.EqualTo(settings.Completion));
            Assert.That(arrived.Settings.GhostText, Is.EqualTo(settings.GhostText));
            Assert.That(arrived.Settings.Analysis.Enabled, Is.False);
            Assert.That(arrived.Settings.Analysis.Scope, Is.EqualTo(AnalysisScope.OpenDocuments));
            Assert.That(arrived.Settings.Analysis.MinimumSeverity, Is.EqualTo(Severity.None));
            Assert.That(arrived.Settings.Analysis.Rules, Is.EquivalentTo(settings.Analysis.Rules));
            Assert.That(arrived.Settings.Workspace.Exclude, Is.EqualTo(new[] { "a" }));
        });
    }

    [Test]
    public async Task Changes_ArriveInTheOrderOfTheirCalls()
    {
        var sent = new List<Task>();
        for (var version = 1; version <= 500; version++)
        {
            sent.Add(core.ChangeDocumentAsync(new DocumentChange(File, version, [new OffsetEdit(0, 0, "é😀\r\n")], version), default));
        }

        await Task.WhenAll(sent);
        Assert.That(scripted.Told.Cast<DocumentChange>().Select(change => change.Version), Is.EqualTo(Enumerable.Range(1, 500)));
        Assert.That(((DocumentChange)scripted.Told[0]).Edits.Single(), Is.EqualTo(new OffsetEdit(0, 0, "é😀\r\n")));
    }

    [Test]
    public async Task ABufferWithoutAFile_KeepsItsUri()
    {
        var untitled = DocumentPath.FromUri("untitled:Untitled-1");
        await core.OpenDocumentAsync(new OpenedDocument(untitled, "csharp", 0, "\u0001"), default);
        var arrived = (OpenedDocument)scripted.Told.Single();
        Assert.That((arrived.Path, arrived.Path.IsFile, arrived.Text), Is.EqualTo((untitled, false, "\u0001")));
    }

    [Test]
    public async Task FindingsWithTraces_ArriveWhole()
    {
        var range = new TextRange(new TextPosition(1, 2), new TextPosition(3, 4));
        var finding = new Finding("GB1001", Severity.Warning, Confidence.High, "'a' reaches b", File, range, [new TraceStep(TraceStepKind.Source, File, range, "here")], "f00");
        scripted.Findings = new DocumentFindings(File, 7, "r1", [finding]);
        var arrived = await core.FindAsync(File, default);
        var one = arrived.Findings.Single();
        Assert.That((arrived.Path, arrived.Version, arrived.ResultId), Is.EqualTo((File, (int?)7, "r1")));
        Assert.That(one with { Trace = finding.Trace }, Is.EqualTo(finding));
        Assert.That(one.Trace, Is.EqualTo(finding.Trace));
    }

    [Test]
    public async Task AnArrayThatWasNeverSet_ArrivesEmpty() =>
        Assert.That(await core.CompleteInlineAsync(new GhostTextQuery(File, default, IsExplicit: true, null), default), Is.Empty);

    [Test]
    public async Task ActionIds_ComeBackAsTheyWent()
    {
        var id = new CodeActionId(CodeActionKind.Suppress, File, null, FixScope.Solution, null, "f00", "reason");
        scripted.Edit = new CodeActionEdit([new DocumentEdits(File, null, [new TextEdit(TextRange.At(default), "x")])], null, 1, 2);
        var edit = await core.ResolveActionAsync(id, default);
        Assert.That(scripted.Told.Single(), Is.EqualTo(id));
        Assert.That(edit.Documents.Single().Edits.Single(), Is.EqualTo(new TextEdit(TextRange.At(default), "x")));
        Assert.That((edit.Fixed, edit.Left, edit.Refusal), Is.EqualTo((1, 2, (string?)null)));
    }

    [Test]
    public async Task Events_ArriveInOrder()
    {
        await core.PingAsync(default);
        sender.OnWork(new WorkProgress("w", WorkStage.Begin, "Loading", null, 0, CanCancel: true));
        sender.OnMessage(new CoreMessage(MessageLevel.Error, "text", null, Show: true));
        sender.OnFindingsChanged(new FindingsChanged([], 3));
        Assert.That(events.Next<WorkProgress>().Percent, Is.Zero);
        Assert.That(events.Next<CoreMessage>().Level, Is.EqualTo(MessageLevel.Error));
        Assert.That(events.Next<FindingsChanged>().SnapshotVersion, Is.EqualTo(3));
    }

    [Test]
    public async Task Cancellation_ReachesTheCore()
    {
        using var stop = new CancellationTokenSource();
        var waiting = core.WaitForLoadAsync(stop.Token);
        await scripted.Waiting.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await stop.CancelAsync();
        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(() => scripted.WasCancelled, Is.True.After(5000, 10));
    }
}
