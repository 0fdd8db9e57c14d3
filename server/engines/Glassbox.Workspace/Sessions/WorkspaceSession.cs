using System.Collections.Immutable;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Engines;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.References;
using Glassbox.Workspace.Text;
using Glassbox.Workspace.Trust;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Workspace.Sessions;

/// <summary>One session's documents and projects.</summary>
internal sealed class WorkspaceSession : IWorkspaceSession
{
    private readonly AdhocWorkspace root = RoslynHost.CreateWorkspace();
    private readonly EventPump events;
    private readonly SessionStore store;
    private readonly SessionContext context;
    private readonly LoadQueue loads;
    private readonly Loader loader;
    private readonly DiskEdits disk;
    private readonly BufferEdits buffers;
    private bool isDisposed;

    public WorkspaceSession(SessionOptions options, IWorkspaceEvents listener, TrustStore trust, ReferencePacks packs, TimeProvider time)
    {
        events = new EventPump(listener);
        store = new SessionStore(root.CurrentSolution, events);
        var messages = new MessageBoard(events);
        context = new SessionContext(store, messages, new WorkList(events), new TrustDesk(options, trust, events, messages), packs)
        {
            Settings = options.Settings.Workspace,
            Folders = [.. options.Folders],
        };
        loader = new Loader(context);
        loads = new LoadQueue(time, loader.LoadAsync);
        disk = new DiskEdits(context, loads);
        buffers = new BufferEdits(context.Loose);
        if (options.Folders.Length > 0) loads.Ask(new LoadRequest { Folders = [.. options.Folders] }, isUrgent: true);
    }

    /// <inheritdoc/>
    public ISnapshot Current => store.Current.Snapshot;

    /// <inheritdoc/>
    public bool IsLoading => loads.IsBusy;

    /// <inheritdoc/>
    public void Open(OpenedDocument document)
    {
        var looseRoot = context.LooseRootOf(document.Path);
        store.Edit(state => buffers.Open(state, document, looseRoot, context.MaxBytes), [document.Path]);
        WarnOfNesting(document.Path);
        RegroupIfLoose(document.Path, looseRoot);
    }

    /// <inheritdoc/>
    public void Change(DocumentChange change)
    {
        store.Edit(state => BufferEdits.Change(state, change, context.MaxBytes), [change.Path]);
        WarnOfNesting(change.Path);
    }

    /// <inheritdoc/>
    public void Save(DocumentPath path)
    {
        RegroupIfLoose(path, context.LooseRootOf(path));
        disk.LookForRestore(path);
    }

    /// <inheritdoc/>
    public void Close(DocumentPath path)
    {
        var belongs = path.IsFile && (context.FolderOf(path) is not null || store.Current.Loose.GetValueOrDefault(context.LooseRootOf(path)) is null);
        SourceText? text = null;
        if (belongs && File.Exists(path.Value)) text = FileText.TryReadSource(path.Value, context.MaxCompiledBytes) ?? SourceText.From("");
        store.Edit(state => BufferEdits.Close(state, path, text), [path]);
        if (belongs) disk.LookAgain(path);
        RegroupIfLoose(path, context.LooseRootOf(path));
    }

    /// <inheritdoc/>
    public void ChangeFiles(ImmutableArray<FileChange> changes)
    {
        disk.Change(changes);
    }

    /// <inheritdoc/>
    public void ChangeFolders(FolderChange change)
    {
        context.Folders = context.Folders.RemoveAll(change.Removed.Contains).AddRange(change.Added.Where(folder => !context.Folders.Contains(folder)));
        if (change.Removed.Length > 0) store.Edit(state => Loader.WithoutFolders(state, change.Removed, context), changed: null);
        if (change.Added.Length > 0) loads.Ask(new LoadRequest { Folders = [.. change.Added] }, isUrgent: true);
    }

    /// <inheritdoc/>
    public void ChangeSettings(WorkspaceSettings settings)
    {
        var before = context.Settings;
        context.Settings = settings;
        var isSame = before.Solution == settings.Solution && before.MaxFileSizeKiB == settings.MaxFileSizeKiB && before.Exclude.SequenceEqual(settings.Exclude);
        if (!isSame) loads.Ask(new LoadRequest { Folders = [.. context.Folders] });
    }

    /// <inheritdoc/>
    public void DecideTrust(TrustAnswer answer)
    {
        if (context.Trust.Decide(answer) && context.Folders.Contains(answer.Folder))
            loads.Ask(new LoadRequest { Folders = [answer.Folder] }, isUrgent: true);
    }

    /// <inheritdoc/>
    public void Reload()
    {
        loads.Ask(new LoadRequest { Folders = [.. context.Folders], Forced = [.. context.Folders] });
    }

    /// <inheritdoc/>
    public void CancelWork(string workId) => context.Work.Cancel(workId);

    /// <inheritdoc/>
    public Task WaitForLoadAsync(CancellationToken cancellationToken) => loads.WaitAsync(cancellationToken);

    /// <inheritdoc/>
    public Task WarmAsync(DocumentPath path, CancellationToken cancellationToken)
    {
        if (!store.Current.Snapshot.TryGetDocument(path, out var document)) return Task.CompletedTask;
        var warm = context.Warmth.WarmedAsync(document.Project);
        return warm.IsCompleted ? warm : warm.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public (ImmutableArray<FolderStatus> Folders, ImmutableArray<ProjectStatus> Projects) Describe() =>
        Description.Of(store.Current, context.Folders, context.Trust);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isDisposed, true)) return;
        await loads.DisposeAsync();
        loader.Dispose();
        await context.Warmth.DisposeAsync();
        await events.DisposeAsync();
        root.Dispose();
    }

    private void WarnOfNesting(DocumentPath path)
    {
        if (!store.Current.Buffers.TryGetValue(path, out var buffer) || !buffer.IsTooDeep) return;
        context.Messages.Warn(
            "nesting|" + path.Value,
            $"{path.Name} nests brackets more than {Nesting.Limit} deep, which the compiler cannot bear: it is treated as plain text until that is corrected.");
    }

    /// <summary>Looks at the declarations of loose files again, since this one may define what another does.</summary>
    private void RegroupIfLoose(DocumentPath path, string looseRoot)
    {
        if (store.Current.Loose.TryGetValue(looseRoot, out var group) && group.Homes.ContainsKey(path.Value))
            loads.Ask(new LoadRequest { Loose = [looseRoot] });
    }
}
