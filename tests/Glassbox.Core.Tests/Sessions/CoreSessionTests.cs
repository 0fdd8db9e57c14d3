using Glassbox.Agent.Sessions;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Evaluation;
using Glassbox.Contracts.Ledger;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Core.Tests.Link;

namespace Glassbox.Core.Tests.Sessions;

public sealed class CoreSessionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private string folder = null!;
    private DocumentPath file;
    private FakeEngines engines = null!;
    private RecordedEvents events = null!;
    private CoreSession session = null!;

    [SetUp]
    public void Begin()
    {
        folder = Directory.CreateTempSubdirectory("glassbox-session").FullName;
        file = DocumentPath.FromFile(Path.Combine(folder, "A.cs"));
        engines = new FakeEngines();
        events = new RecordedEvents();
        session = new CoreSession(new CoreEngines(engines, engines, engines, engines, engines, engines), events, TimeProvider.System);
    }

    [TearDown]
    public async Task EndAsync()
    {
        engines.Loaded.TrySetResult();
        await session.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task CompletionDuringTheFirstLoad_WaitsForTheProjects()
    {
        await OpenAsync(folders: 1);
        await session.OpenDocumentAsync(new OpenedDocument(file, "csharp", 1, "x"), default);
        var asked = session.CompleteAsync(new CompletionQuery(file, default, '.', IsExplicit: false), default);
        Assert.That(asked.IsCompleted, Is.False);
        engines.Arrive();
        var answer = await asked.WaitAsync(Patience);
        Assert.That((answer.AnswerId, answer.IsIncomplete), Is.EqualTo((2L, false)));
    }

    [Test]
    public async Task CompletionDuringALongLoad_AnswersAnywayAndSaysThatThereIsMore()
    {
        await OpenAsync(folders: 1);
        var answer = await session.CompleteAsync(new CompletionQuery(file, default, '.', IsExplicit: false), default).WaitAsync(Patience);
        Assert.That(answer.IsIncomplete, Is.True);
        Assert.That(engines.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task CompletionWhileTheProjectIsBound_IsAnsweredFromTheFileAloneAndSaysThatThereIsMore()
    {
        await OpenAsync(folders: 0);
        await session.OpenDocumentAsync(new OpenedDocument(file, "csharp", 1, "x"), default);
        engines.Warm = new TaskCompletionSource();
        var query = new CompletionQuery(file, default, '.', IsExplicit: false);
        var alone = await session.CompleteAsync(query, default).WaitAsync(Patience);
        Assert.That((alone.AnswerId, alone.IsIncomplete), Is.EqualTo((-1L, true)));
        Assert.That(await session.CompleteInlineAsync(new GhostTextQuery(file, default, IsExplicit: false, null), default), Is.Empty);
        engines.Warm.SetResult();
        var whole = await session.CompleteAsync(query, default).WaitAsync(Patience);
        Assert.That((whole.AnswerId, whole.IsIncomplete), Is.EqualTo((1L, false)));
    }

    [Test]
    public async Task Status_IsLoadingUntilTheProjectsOfOpenDocumentsAreBound()
    {
        await OpenAsync(folders: 0);
        await session.OpenDocumentAsync(new OpenedDocument(file, "csharp", 1, "x"), default);
        engines.Warm = new TaskCompletionSource();
        Assert.That((await session.GetStatusAsync(default)).IsLoading, Is.True);
        engines.Warm.SetResult();
        Assert.That((await session.GetStatusAsync(default)).IsLoading, Is.False);
    }

    [Test]
    public async Task CompletionForATextThatChangedMeanwhile_IsNotAnsweredAtTheWrongPlace()
    {
        await OpenAsync(folders: 1);
        await session.OpenDocumentAsync(new OpenedDocument(file, "csharp", 1, "x"), default);
        var asked = session.CompleteAsync(new CompletionQuery(file, default, '.', IsExplicit: false), default);
        await session.ChangeDocumentAsync(new DocumentChange(file, 2, [new OffsetEdit(0, 1, "y")], 1), default);
        engines.Arrive();
        Assert.That((await asked.WaitAsync(Patience)).IsIncomplete, Is.True);
        Assert.That(engines.Asked, Is.Empty);
    }

    [Test]
    public async Task WithoutFolders_CompletionDoesNotWait()
    {
        await OpenAsync(folders: 0);
        await session.CompleteAsync(new CompletionQuery(file, default, null, IsExplicit: true), default).WaitAsync(TimeSpan.FromSeconds(1));
    }

    [Test]
    public async Task ACommandLine_WaitsForTheWholeProject()
    {
        await session.OpenSessionAsync(new SessionOptions([], new GlassboxSettings(), TrustDecision.Untrusted, CanAskForTrust: false, Face: "cli"), default);
        await session.OpenDocumentAsync(new OpenedDocument(file, "csharp", 1, "x"), default);
        engines.Loaded.SetResult();
        engines.Warm = new TaskCompletionSource();
        var asked = session.CompleteAsync(new CompletionQuery(file, default, null, IsExplicit: true), default);
        Assert.That(async () => await asked.WaitAsync(TimeSpan.FromSeconds(1)), Throws.InstanceOf<TimeoutException>());
        engines.Warm.SetResult();
        Assert.That((await asked.WaitAsync(Patience)).IsIncomplete, Is.False);
    }

    [Test]
    public async Task WaitingForLearning_EndsWhenWhatArrivedIsLearned()
    {
        var learned = new TaskCompletionSource();
        engines.Learning = stop => learned.Task.WaitAsync(stop);
        await OpenAsync(folders: 1);
        engines.Arrive();
        engines.Loaded.SetResult();
        var waiting = session.WaitForLearningAsync(default);
        Assert.That((await session.GetStatusAsync(default)).IsLearning, Is.True);
        Assert.That(waiting.IsCompleted, Is.False);
        learned.SetResult();
        await waiting.WaitAsync(Patience);
        Assert.That((await session.GetStatusAsync(default)).IsLearning, Is.False);
    }

    [Test]
    public async Task LearningThatIsOvertakenByAChange_IsWaitedForToItsEnd()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var again = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        engines.Loaded.SetResult();
        engines.Learning = stop =>
        {
            if (begun.TrySetResult()) return Task.Delay(Timeout.InfiniteTimeSpan, stop);
            again.TrySetResult();
            return Task.CompletedTask;
        };
        await OpenAsync(folders: 0);
        await begun.Task.WaitAsync(Patience);
        engines.Arrive();
        await session.WaitForLearningAsync(default).WaitAsync(Patience);
        Assert.That(again.Task.IsCompleted, Is.True);
    }

    [Test]
    public async Task LearningThatFails_KeepsNobodyWaiting()
    {
        engines.Loaded.SetResult();
        engines.Learning = _ => throw new InvalidDataException("no");
        await OpenAsync(folders: 0);
        await session.WaitForLearningAsync(default).WaitAsync(Patience);
        Assert.That(events.Next<CoreMessage>().Text, Does.Contain("learn"));
    }

    [Test]
    public async Task LearningThatTakesLong_IsShownAsWorkThatEnds()
    {
        await using var slow = new CoreSession(new CoreEngines(engines, engines, engines, engines, engines, engines), events, new HurriedClock());
        engines.Loaded.SetResult();
        engines.LearningReports = progress =>
        {
            for (var i = 1; i <= 3; i++) progress.Report(new LearningProgress(i, 3));
        };
        await slow.OpenSessionAsync(new SessionOptions([], new GlassboxSettings(), TrustDecision.Untrusted, CanAskForTrust: false), default);
        await slow.WaitForLearningAsync(default).WaitAsync(Patience);
        var shown = new[] { events.Next<WorkProgress>(), events.Next<WorkProgress>(), events.Next<WorkProgress>(), events.Next<WorkProgress>() };
        Assert.That(shown.Select(work => work.Stage), Is.EqualTo(new[] { WorkStage.Begin, WorkStage.Report, WorkStage.Report, WorkStage.End }));
        Assert.That(shown.Select(work => work.Percent), Is.EqualTo(new int?[] { 33, 66, 100, null }));
        Assert.That(shown.Select(work => work.WorkId).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task LearningThatTakesNoTime_IsNotShown()
    {
        engines.Loaded.SetResult();
        engines.LearningReports = progress => progress.Report(new LearningProgress(1, 2));
        await OpenAsync(folders: 0);
        await session.WaitForLearningAsync(default).WaitAsync(Patience);
        Assert.That(events.All.OfType<WorkProgress>(), Is.Empty);
    }

    [Test]
    public async Task ASession_BeginsWithWhatWasKeptAndKeepsItAtItsEnd()
    {
        engines.Loaded.SetResult();
        await OpenAsync(folders: 1);
        engines.Arrive();
        await session.WaitForLearningAsync(default).WaitAsync(Patience);
        await session.DisposeAsync();
        Assert.That(engines.Kept, Is.EqualTo(new[] { $"recall {folder}", $"keep {folder}" }));
    }

    /// <summary>It would replace what an earlier session kept with nothing.</summary>
    [Test]
    public async Task ASession_ThatLearnedNothing_DoesNotReplaceWhatWasKept()
    {
        engines.Loaded.SetResult();
        await OpenAsync(folders: 1);
        await session.DisposeAsync();
        Assert.That(engines.Kept, Has.None.StartsWith("keep"));
    }

    [Test]
    public async Task ASession_ThatIsNotLoaded_DoesNotReplaceWhatWasKept()
    {
        await OpenAsync(folders: 1);
        await session.DisposeAsync();
        Assert.That(engines.Kept, Has.None.StartsWith("keep"));
    }

    [Test]
    public async Task AnEvaluation_IsShownAsWorkThatEnds()
    {
        await OpenAsync(folders: 0);
        engines.Loaded.SetResult();
        engines.Arrive();
        var report = await session.EvaluateCompletionAsync(new CompletionEvaluationRequest(1, 2, 3, []), default).WaitAsync(Patience);
        Assert.That(report.Rows.Single().Places, Is.EqualTo(1));
        var work = events.All.OfType<WorkProgress>().ToList();
        Assert.That(work.Select(one => (one.Stage, one.Percent)), Is.EqualTo(new (WorkStage, int?)[]
        {
            (WorkStage.Begin, 0), (WorkStage.Report, 50), (WorkStage.Report, 100), (WorkStage.End, null),
        }));
        Assert.That(work.Select(one => one.WorkId).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task CompletionSwitchedOff_AsksNothing()
    {
        await OpenAsync(folders: 0);
        await session.ChangeSettingsAsync(new GlassboxSettings { Completion = new CompletionSettings { Enabled = false } }, default);
        await session.CompleteAsync(new CompletionQuery(file, default, null, IsExplicit: true), default);
        Assert.That(engines.Asked, Is.Empty);
    }

    [Test]
    public async Task AResolvedFix_IsRecordedOnce()
    {
        await OpenAsync(folders: 0);
        var action = new CodeActionId(CodeActionKind.QuickFix, file, 1, FixScope.Finding, "GB1001", "print", "parameter");
        await session.ResolveActionAsync(action, default);
        await session.ResolveActionAsync(action, default);
        Assert.That(() => engines.Recorded, Has.Count.EqualTo(1).After(5000, 10));
        Assert.That(engines.Recorded.Single(), Is.InstanceOf<FixResolved>());
    }

    [Test]
    public async Task ANextEdit_IsResolvedByItsEngineAndRecordedAsItsOwn()
    {
        await OpenAsync(folders: 0);
        await session.OpenDocumentAsync(new OpenedDocument(file, "csharp", 1, "x"), default);
        engines.NextEditOffer = new CodeActionOffer(
            new CodeActionId(CodeActionKind.NextEdit, file, 1, FixScope.Finding, null, null, "7"), "Apply the same edit at line 1", IsPreferred: false, [], null);
        var offer = (await session.ListActionsAsync(file, default, default)).Single();
        var edit = await session.ResolveActionAsync(offer.Id, default);
        Assert.That(edit.Documents.Single().Edits.Single().NewText, Is.EqualTo("y"));
        Assert.That(() => engines.Recorded, Has.Count.EqualTo(1).After(5000, 10));
        Assert.That(engines.Recorded.Single(), Is.InstanceOf<FixResolved>().With.Property(nameof(FixResolved.Engine)).EqualTo("next-edit"));
    }

    [Test]
    public async Task Changes_AreNotedUntilTheDocumentIsClosedOrTheSettingIsOff()
    {
        await OpenAsync(folders: 0);
        await session.OpenDocumentAsync(new OpenedDocument(file, "csharp", 1, "x"), default);
        await session.ChangeDocumentAsync(new DocumentChange(file, 2, [new OffsetEdit(0, 1, "y")], 1), default);
        Assert.That(engines.Noted.Select(change => change.Version), Is.EqualTo(new[] { 2 }));
        Assert.That((await session.SuggestEditAsync(new NextEditQuery(file, 2, default), default))?.Version, Is.EqualTo(2));
        await session.ChangeSettingsAsync(new GlassboxSettings { NextEdit = new NextEditSettings { Enabled = false } }, default);
        await session.ChangeDocumentAsync(new DocumentChange(file, 3, [new OffsetEdit(0, 1, "z")], 1), default);
        Assert.That(engines.Noted, Has.Count.EqualTo(1));
        Assert.That(await session.SuggestEditAsync(new NextEditQuery(file, 3, default), default), Is.Null);
        await session.CloseDocumentAsync(file, default);
        Assert.That(engines.Noted, Is.Empty);
    }

    [Test]
    public async Task WhatWasTakenInParts_IsRecordedOnce()
    {
        await OpenAsync(folders: 0);
        await session.OpenDocumentAsync(new OpenedDocument(file, "csharp", 1, "x"), default);
        var because = new Provenance("usage-counts", ["/w/Orders.cs"], ["seen 3 times after '…'"], 1, 0);
        var part = new AcceptedSuggestion(file, 2, 7, 5, IsWhole: false, "00", 0.8, because);
        engines.ToAccept.Enqueue(part);
        engines.ToAccept.Enqueue(part with { Version = 3, Characters = 12, IsWhole = true, TextHash = "01" });
        await session.ChangeDocumentAsync(new DocumentChange(file, 2, [new OffsetEdit(0, 1, "y")], 1), default);
        await session.ChangeDocumentAsync(new DocumentChange(file, 3, [new OffsetEdit(0, 1, "z")], 1), default);
        Assert.That(engines.Recorded, Is.Empty, "nothing is written while somebody types");
        await session.DisposeAsync();
        var record = (SuggestionAccepted)engines.Recorded.Single();
        Assert.That((record.Face, record.Document, record.Version, record.Characters, record.IsWhole, record.TextHash), Is.EqualTo(("lsp", file.Value, 3, 12, true, "01")));
        Assert.That((record.Engine, record.Confidence, record.Reasons.Single(), record.Sources.Single()), Is.EqualTo(("usage-counts", 0.8, "seen 3 times after '…'", "/w/Orders.cs")));
    }

    [Test]
    public async Task WhatWasTaken_IsRecordedWhenTheHandsRest()
    {
        await OpenAsync(folders: 0);
        await session.OpenDocumentAsync(new OpenedDocument(file, "csharp", 1, "x"), default);
        engines.ToAccept.Enqueue(new AcceptedSuggestion(file, 2, 7, 5, IsWhole: true, "00", 0.8, Provenance.Local("usage-counts")));
        await session.ChangeDocumentAsync(new DocumentChange(file, 2, [new OffsetEdit(0, 1, "y")], 1), default);
        Assert.That(() => engines.Recorded, Has.Count.EqualTo(1).After(10_000, 20));
        await session.DisposeAsync();
        Assert.That(engines.Recorded.Single(), Is.InstanceOf<SuggestionAccepted>());
    }

    [Test]
    public async Task ALedgerThatCannotBeWritten_IsSaidAndTheEditIsGivenAllTheSame()
    {
        await OpenAsync(folders: 0);
        var edit = await session.ResolveActionAsync(new CodeActionId(CodeActionKind.QuickFix, file, 1, FixScope.Finding, "GB1001", "print", "parameter"), default);
        Assert.That(edit.Refusal, Is.Null);
        Assert.That(events.Next<CoreMessage>().Text, Does.Contain("no room").And.Contain("memory"));
    }

    [Test]
    public async Task ASuppressionThatWasSaved_IsRecordedWithTheReasonInTheText()
    {
        await OpenAsync(folders: 0);
        await session.OpenDocumentAsync(new OpenedDocument(file, "csharp", 1, "bad"), default);
        foreach (var reason in new[] { "false positive", "accepted risk" })
        {
            await session.ResolveActionAsync(new CodeActionId(CodeActionKind.Suppress, file, 1, FixScope.Finding, "GB1001", "print", reason), default);
        }

        const string Text = "// glassbox:ignore GB1001 -- accepted risk\nbad";
        await session.ChangeDocumentAsync(new DocumentChange(file, 2, [new OffsetEdit(0, 3, Text)], 3), default);
        await File.WriteAllTextAsync(file.Value, Text);
        await session.SaveDocumentAsync(file, default);
        Assert.That(() => engines.Recorded.OfType<SuppressionWritten>().Select(record => record.Reason), Is.EqualTo(new[] { "accepted risk" }).After(5000, 10));
    }

    [Test]
    public async Task ASuppressionThatWasNotTaken_IsNotRecordedAsWritten()
    {
        await OpenAsync(folders: 0);
        await session.OpenDocumentAsync(new OpenedDocument(file, "csharp", 1, "bad"), default);
        await session.ResolveActionAsync(new CodeActionId(CodeActionKind.Suppress, file, 1, FixScope.Finding, "GB1001", "print", "reviewed"), default);
        await File.WriteAllTextAsync(file.Value, "bad");
        await session.SaveDocumentAsync(file, default);
        await session.DisposeAsync();
        Assert.That(engines.Recorded.OfType<SuppressionWritten>(), Is.Empty);
    }

    [Test]
    public async Task FindAll_AnnouncesEveryDocument()
    {
        await OpenAsync(folders: 0);
        for (var i = 0; i < 5; i++)
        {
            await session.OpenDocumentAsync(new OpenedDocument(DocumentPath.FromFile(Path.Combine(folder, $"{i}.cs")), "csharp", 1, i % 2 == 0 ? "bad" : "good"), default);
        }

        engines.Loaded.SetResult();
        var found = await session.FindAllAsync(new FindAllQuery(WaitsForLoad: true, Announces: true, WithClean: true), default).WaitAsync(Patience);
        Assert.That(found.Select(document => document.Findings.Length), Is.EqualTo(new[] { 1, 0, 1, 0, 1 }));
        Assert.That(events.All.OfType<(Glassbox.Contracts.Findings.DocumentFindings, int, int)>().Select(one => one.Item2), Is.EquivalentTo(new[] { 1, 2, 3, 4, 5 }));
    }

    [Test]
    public void BeforeTheSessionIsOpen_RulesAreKnownAndTheRestSaysWhy()
    {
        Assert.That(async () => await session.ListRulesAsync(default), Throws.Nothing);
        Assert.That(async () => await session.FindAsync(file, default), Throws.InvalidOperationException.With.Message.Contains("not begun"));
    }

    private Task OpenAsync(int folders) => session.OpenSessionAsync(
        new SessionOptions([.. Enumerable.Repeat(DocumentPath.FromFile(folder), folders)], new GlassboxSettings(), TrustDecision.Untrusted, CanAskForTrust: false), default);

    /// <summary>A clock on which seconds pass from look to look.</summary>
    private sealed class HurriedClock : TimeProvider
    {
        private long now;

        public override long GetTimestamp() => Interlocked.Add(ref now, 2 * TimestampFrequency);
    }
}
