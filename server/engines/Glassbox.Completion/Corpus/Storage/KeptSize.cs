namespace Glassbox.Completion.Corpus.Storage;

/// <summary>How large what was learned of a language was, so that room for it is made at once.</summary>
/// <param name="Language">The language.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="UsageKeys">What the use of names was counted by, where that is counted.</param>
internal sealed record KeptSize(string Language, StreamSize Stream, int UsageKeys);
