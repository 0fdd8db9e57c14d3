namespace Glassbox.Contracts.Settings;

/// <summary>Settings of ghost text (inline completion).</summary>
public sealed record GhostTextSettings
{
    /// <summary>Offer ghost text.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Show ghost text only when it is at least this likely to be what comes, from 0 to 1.</summary>
    [SettingRange(0, 1)]
    public double Threshold { get; init; } = 0.25;
}
