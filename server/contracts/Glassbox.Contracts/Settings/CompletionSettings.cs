namespace Glassbox.Contracts.Settings;

/// <summary>Settings of popup completion.</summary>
public sealed record CompletionSettings
{
    /// <summary>Offer popup completion.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Also offer types whose namespace is not imported yet, and add the using.</summary>
    public bool ImportCompletion { get; init; } = true;

    /// <summary>Insert parentheses with the cursor between them when a method is accepted, where the editor knows snippets. An opening parenthesis typed then no longer accepts one.</summary>
    public bool ParameterSnippets { get; init; } = true;

    /// <summary>The most candidates in one answer; more are asked for as the user types.</summary>
    [SettingRange(20, 5000)]
    public int MaxItems { get; init; } = 1000;
}
