namespace Glassbox.Contracts.Session;

/// <summary>Whether a workspace's own build logic may be run to load it.</summary>
public enum TrustDecision
{
    /// <summary>Nobody said; the remembered answer counts, else the user is asked.</summary>
    Undecided,

    /// <summary>It may run.</summary>
    Trusted,

    /// <summary>It may not; projects are read as data.</summary>
    Untrusted,
}
