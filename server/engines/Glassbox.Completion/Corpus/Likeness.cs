namespace Glassbox.Completion.Corpus;

/// <summary>How much a place is like the cursor's; see <see cref="VoteWeights"/> for what that counts.</summary>
/// <param name="Exact">How many tokens before it are the same as here.</param>
/// <param name="Alike">How many are the same but for names of locals and values of literals; at least <paramref name="Exact"/>.</param>
/// <param name="Loose">How many agree when a few other names may differ, too; at least <paramref name="Alike"/>.</param>
/// <param name="Behind">How many tokens behind its line are like those behind the cursor's line; -1 where there are none.</param>
/// <param name="Line">0: the contexts part within the line; 1: they agree loosely from its beginning; 2: they are alike; 3: they are the same.</param>
/// <param name="Nearness">Where it is: an index of <see cref="VoteWeights"/>.</param>
/// <param name="Kind">What comes next: an index of <see cref="VoteWeights"/>.</param>
internal readonly record struct Likeness(byte Exact, byte Alike, byte Loose, sbyte Behind, byte Line, byte Nearness, byte Kind);
