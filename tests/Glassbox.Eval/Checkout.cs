using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Engines;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Workspace;
using Glassbox.Workspace.Snapshots;

namespace Glassbox.Eval;

/// <summary>A folder, read as data.</summary>
internal sealed class Checkout : IWorkspaceEvents, IAsyncDisposable
{
    private IWorkspaceSession session = null!;

    private Checkout()
    {
    }

    /// <summary>All of it.</summary>
    public RoslynSnapshot Snapshot => RoslynSnapshot.From(session.Current);

    /// <summary>Reads a folder.</summary>
    public static async Task<Checkout> LoadAsync(string folder)
    {
        var checkout = new Checkout();
        var engine = new WorkspaceEngine(Path.Combine(Path.GetTempPath(), "glassbox-eval"), TimeProvider.System);
        var options = new SessionOptions([DocumentPath.FromFile(folder)], new GlassboxSettings(), TrustDecision.Untrusted, CanAskForTrust: false);
        checkout.session = engine.OpenSession(options, checkout);
        await checkout.session.WaitForLoadAsync(CancellationToken.None);
        return checkout;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => session.DisposeAsync();

    void IWorkspaceEvents.OnSnapshot(ISnapshot snapshot, IReadOnlyCollection<DocumentPath>? changed)
    {
    }

    void IWorkspaceEvents.OnWork(WorkProgress progress)
    {
    }

    void IWorkspaceEvents.OnMessage(CoreMessage message)
    {
        if (message.Level == MessageLevel.Error) Console.Error.WriteLine(message.Text);
    }

    void IWorkspaceEvents.OnTrustNeeded(TrustQuestion question)
    {
    }
}
