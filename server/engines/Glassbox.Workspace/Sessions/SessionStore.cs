using System.Collections.Immutable;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;
using Microsoft.CodeAnalysis;

namespace Glassbox.Workspace.Sessions;

/// <summary>
/// The one place where a session's state is replaced. Edits compute their state under the lock, because they are short;
/// loads compute theirs outside and try again when an edit came first.
/// </summary>
internal sealed class SessionStore
{
    private const int Attempts = 4;

    private readonly Lock gate = new();
    private readonly EventPump events;
    private volatile SessionState current;
    private long version;

    public SessionStore(Solution empty, EventPump events)
    {
        this.events = events;
        current = Stamp(new SessionState { Solution = empty }, structural: true);
    }

    /// <summary>The newest state.</summary>
    public SessionState Current => current;

    /// <summary>Replaces the state by a short computation.</summary>
    /// <param name="change">From the old state to the new one; the same object means that nothing changed.</param>
    /// <param name="changed">The documents whose text changes, or null for anything.</param>
    public void Edit(Func<SessionState, SessionState> change, IReadOnlyCollection<DocumentPath>? changed)
    {
        lock (gate) Replace(change(current), changed);
    }

    /// <summary>Replaces the state by a computation that may take a while.</summary>
    public void Apply(Func<SessionState, SessionState> change, IReadOnlyCollection<DocumentPath>? changed = null)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var before = current;
            var after = change(before);
            lock (gate)
            {
                if (!ReferenceEquals(before, current)) continue;
                Replace(after, changed);
                return;
            }
        }

        Edit(change, changed);
    }

    private void Replace(SessionState next, IReadOnlyCollection<DocumentPath>? changed)
    {
        if (ReferenceEquals(next, current)) return;
        var stamped = Stamp(next, structural: changed is null || !ReferenceEquals(next.NotAnalyzed, current.NotAnalyzed));
        current = stamped;
        events.Post(listener => listener.OnSnapshot(stamped.Snapshot, changed));
    }

    private SessionState Stamp(SessionState state, bool structural)
    {
        if (structural || state.Documents is null)
        {
            var (solution, buffers, excluded, loaded) = (state.Solution, state.Buffers, state.NotAnalyzed, state.Projects);
            state = state with
            {
                Documents = new Lazy<IReadOnlyList<DocumentPath>>(() => DocumentList.Of(solution, buffers, excluded, loaded)),
                AllOtherFiles = [.. state.OtherFiles.OrderBy(folder => folder.Key).SelectMany(folder => folder.Value).Distinct()],
                Tiers = state.Projects.ToImmutableDictionary(project => project.Key, project => project.Value.Tier)
                    .SetItems(state.Loose.Values.SelectMany(group => group.Variants).Select(id => KeyValuePair.Create(id, LoadTier.Loose))),
                Homes = state.Loose.Values.SelectMany(group => group.Homes)
                    .GroupBy(home => home.Key, StringComparer.Ordinal).ToImmutableDictionary(homes => homes.Key, homes => homes.First().Value, StringComparer.Ordinal),
            };
        }

        var snapshot = new RoslynSnapshot(++version, state.Solution, state.Buffers, state.Tiers, state.AllOtherFiles, state.Homes, state.Documents);
        return state with { Snapshot = snapshot };
    }
}
