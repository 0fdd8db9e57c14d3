namespace Glassbox.Completion.Evaluation;

/// <summary>One name that was cut off.</summary>
/// <param name="Place">File, line and column, for people.</param>
/// <param name="Truth">The name that stood there.</param>
/// <param name="Offered">How many names were offered.</param>
/// <param name="Rank">The truth's place in the popup, from 0; -1 when it was not offered.</param>
/// <param name="Confidence">What the engine thinks of its first candidate, 0 to 1.</param>
/// <param name="AlphabeticalRank">The truth's place in order of name.</param>
/// <param name="FrequencyRank">Its place in order of how often the rest of the workspace uses the names.</param>
/// <param name="ContextRank">Its place in order of what the tokens before it make likely, all names being equal otherwise.</param>
public sealed record PopupResult(string Place, string Truth, int Offered, int Rank, double Confidence, int AlphabeticalRank, int FrequencyRank, int ContextRank);
