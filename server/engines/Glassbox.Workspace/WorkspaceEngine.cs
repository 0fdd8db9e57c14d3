using Glassbox.Contracts.Engines;
using Glassbox.Contracts.Session;
using Glassbox.Workspace.References;
using Glassbox.Workspace.Sessions;
using Glassbox.Workspace.Trust;

namespace Glassbox.Workspace;

/// <summary>Documents of any language and C# projects, as immutable snapshots.</summary>
/// <param name="stateFolder">The user's folder for what is remembered, such as which folders are trusted.</param>
/// <param name="time">The clock.</param>
public sealed class WorkspaceEngine(string stateFolder, TimeProvider time) : IWorkspaceEngine
{
    private readonly TrustStore trust = new(Path.Combine(stateFolder, "trust.json"));
    private readonly Lazy<ReferencePacks> packs = new(() => new ReferencePacks(DotnetRoot.Find()));

    /// <inheritdoc/>
    public IWorkspaceSession OpenSession(SessionOptions options, IWorkspaceEvents events) =>
        new WorkspaceSession(options, events, trust, packs.Value, time);
}
