namespace Glassbox.Contracts.Settings;

/// <summary>Settings of next-edit suggestions.</summary>
public sealed record NextEditSettings
{
    /// <summary>When you change one of several like places, offer the same edit at the next.</summary>
    public bool Enabled { get; init; } = true;
}
