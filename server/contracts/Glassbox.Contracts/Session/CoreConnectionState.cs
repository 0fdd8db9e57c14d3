namespace Glassbox.Contracts.Session;

/// <summary>Whether a core answers.</summary>
public enum CoreConnectionState
{
    /// <summary>It is being started.</summary>
    Starting,

    /// <summary>It answers.</summary>
    Running,

    /// <summary>It ended, and the next start waits.</summary>
    Waiting,

    /// <summary>The session is over.</summary>
    Ended,
}
