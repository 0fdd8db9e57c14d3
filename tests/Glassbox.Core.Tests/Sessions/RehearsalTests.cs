using System.Collections.Immutable;
using Glassbox.Agent.Sessions;
using Glassbox.Analysis;
using Glassbox.Completion;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Session;
using Glassbox.Core.Tests.Link;
using Glassbox.Workspace;

namespace Glassbox.Core.Tests.Sessions;

public sealed class RehearsalTests
{
    [Test]
    public async Task OnRealEngines_EveryFeatureHasSomethingToDo()
    {
        var state = Directory.CreateTempSubdirectory("glassbox-rehearsal").FullName;
        var others = new FakeEngines();
        var engines = new CoreEngines(new WorkspaceEngine(state, TimeProvider.System), new AnalysisEngine(), new CompletionEngine(), new NextEditEngine(), others, others);
        await using var session = new CoreSession(engines, new Nobody(), TimeProvider.System);
        var (core, record) = RecordedCore.Of(session);
        await using (var rehearsal = new Rehearsal(core))
        {
            rehearsal.Begin();
            await rehearsal.GoOnAsync(CancellationToken.None);
        }

        var popups = await record.AnswersTo<CompletionAnswer>(nameof(ICore.CompleteAsync));
        Assert.That(popups.Select(answer => answer.Candidates.Length), Is.All.Positive);
        Assert.That(popups.First().Candidates.Select(candidate => candidate.Label), Does.Contain("Add"), "members at the dot");
        Assert.That(await record.AnswersTo<CandidateDescription?>(nameof(ICore.DescribeAsync)), Has.Exactly(1).Not.Null);
        Assert.That((await record.AnswersTo<DocumentFindings>(nameof(ICore.FindAsync))).Single().Findings, Has.Length.EqualTo(1));
        Assert.That((await record.AnswersTo<ImmutableArray<CodeActionOffer>>(nameof(ICore.ListActionsAsync))).Single(), Is.Not.Empty);
        Assert.That(others.Recorded, Is.Empty, "the ledger is the user's");
        Assert.That(record.Answers.Select(answer => answer.Method), Does.Contain(nameof(ICore.CompleteInlineAsync)));
        Directory.Delete(state, recursive: true);
    }

    [Test]
    public async Task Session_WithARehearsal_AnswersAndEndsWithoutWaitingForIt()
    {
        var engines = new FakeEngines();
        var events = new RecordedEvents();
        var session = new CoreSession(new CoreEngines(engines, engines, engines, engines, engines, engines), events, TimeProvider.System);
        var behind = new FakeEngines();
        session.Rehearse(new Rehearsal(new CoreSession(new CoreEngines(behind, behind, behind, behind, behind, behind), new Nobody(), TimeProvider.System)));
        await session.PingAsync(CancellationToken.None);
        await session.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.That(events.All.OfType<CoreMessage>(), Is.Empty);
    }
}
