namespace Glassbox.Contracts.Session;

/// <summary>
/// A face's hold on a core that may die. What changes state goes through <see cref="Mutate"/>, so that a core that is
/// started anew can be given the same state; everything else goes through <see cref="Core"/>.
/// </summary>
public interface ICoreConnection : IAsyncDisposable
{
    /// <summary>The core ended, wanted or not; another is being started. Raised from any thread.</summary>
    event Action? CoreLost;

    /// <summary>
    /// The core. A read that is under way when the core dies is asked again of the next one; when there is none in time,
    /// it throws <see cref="CoreUnavailableException"/>.
    /// </summary>
    ICore Core { get; }

    /// <summary>What is known of the process behind it.</summary>
    CoreConnectionStatus Status { get; }

    /// <summary>Begins the session: starts the core and gives it the mirror's state.</summary>
    /// <param name="mirror">All state that a new core must be given, read under the same lock as <see cref="Mutate"/>.</param>
    /// <param name="events">Told what the core says.</param>
    void Start(ISessionMirror mirror, ICoreEvents events);

    /// <summary>Changes the mirror and the core as one step: a core that starts meanwhile gets either both or the mirror's new state.</summary>
    /// <param name="mirror">Changes the face's own state; runs exactly once, at once.</param>
    /// <param name="core">Tells the core; skipped while there is none, since the next one is given the mirror.</param>
    void Mutate(Action mirror, Func<ICore, Task> core);

    /// <summary>Ends the core, if it runs, and starts another.</summary>
    void Restart();
}
