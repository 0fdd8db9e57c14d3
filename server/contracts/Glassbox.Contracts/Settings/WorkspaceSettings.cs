using System.Collections.Immutable;

namespace Glassbox.Contracts.Settings;

/// <summary>Settings of what is loaded.</summary>
public sealed record WorkspaceSettings
{
    /// <summary>The solution or project to load, relative to its folder; empty to find it.</summary>
    public string Solution { get; init; } = "";

    /// <summary>Folder names that are never searched, beside bin, obj, .git, node_modules and the like.</summary>
    public ImmutableArray<string> Exclude { get; init; } = [];

    /// <summary>Files larger than this many KiB are edited but neither learned from nor analyzed.</summary>
    [SettingRange(16, 65536)]
    public int MaxFileSizeKiB { get; init; } = 2048;
}
