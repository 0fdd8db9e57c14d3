namespace Glassbox.Contracts.Processes;

/// <summary>How a run of a program ended.</summary>
public enum ProcessOutcome
{
    /// <summary>By itself; see the exit code.</summary>
    Exited,

    /// <summary>It took longer than it was given, and was ended.</summary>
    TimedOut,

    /// <summary>There is no such program.</summary>
    NotFound,

    /// <summary>The operating system would not start it, or it would need a shell.</summary>
    NotStarted,
}
