using System.Collections.Immutable;

namespace Glassbox.Contracts.Settings;

/// <summary>Settings as far as they could be read.</summary>
/// <param name="Settings">What was right, with the defaults for the rest.</param>
/// <param name="Problems">One line for each setting that is unknown or has a value that it cannot have.</param>
public sealed record SettingsReading(GlassboxSettings Settings, ImmutableArray<string> Problems);
