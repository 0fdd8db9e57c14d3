namespace Glassbox.Contracts.Session;

/// <summary>Something the user should know.</summary>
/// <param name="Level">How urgent.</param>
/// <param name="Text">What is wrong and what to do, in one or two sentences.</param>
/// <param name="Key">Equal keys are shown once a session; null for log lines.</param>
/// <param name="Show">Show it in the editor, rather than only in its log.</param>
public sealed record CoreMessage(MessageLevel Level, string Text, string? Key, bool Show);
