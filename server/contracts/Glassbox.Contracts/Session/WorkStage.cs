namespace Glassbox.Contracts.Session;

/// <summary>Where a piece of work stands.</summary>
public enum WorkStage
{
    /// <summary>It has begun.</summary>
    Begin,

    /// <summary>It goes on.</summary>
    Report,

    /// <summary>It is over, done or not.</summary>
    End,
}
