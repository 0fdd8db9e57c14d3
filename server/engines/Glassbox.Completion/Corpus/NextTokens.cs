using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Glassbox.Completion.Corpus;

/// <summary>
/// What comes next by two estimates that err differently. In one every place votes with its weight,
/// and what was never seen keeps a share. In the other, places that agree with the context further correct, level by level, what
/// those say that agree less far, however many those are.
/// </summary>
internal sealed class NextTokens
{
    private const int MostExact = 8;
    private const int MostAlike = 20;
    private const int MostLoose = 6;
    private const int LoosePerLevel = 3;
    private const int Levels = MostExact + MostAlike + MostLoose;

    // What the levels below are worth, in occurrences. Of 2, 3, 5 and 8 this gave the best mean reciprocal rank.
    private const double Trust = 5;

    // What a place counts within its level, by Likeness.Nearness: near places are written in the same breath.
    private static readonly double[] CountOfNearness = [1, 1.5, 6, 5.5, 4.5, 3, 2, 1.5, 2, 2, 2, 2];

    private readonly Dictionary<int, int> slots = [];
    private readonly List<(int Token, double Votes)> found = [];
    private readonly double[] totals = new double[Levels + 1];
    private readonly double[] scales = new double[Levels + 1];
    private double[] counts = new double[(Levels + 1) * 64];
    private double votes;

    /// <summary>Every token that comes next at some places, with both of its shares. Each of the two sums to less than one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public List<(int Token, double Votes, double Levels)> Shares(List<Occurrence> occurrences)
    {
        Clear();
        foreach (ref readonly var occurrence in CollectionsMarshal.AsSpan(occurrences)) Add(occurrence);
        // From "agrees this far" to "agrees at least this far".
        for (var level = Levels - 1; level >= 0; level--) totals[level] += totals[level + 1];
        var deepest = 0;
        while (deepest < Levels && totals[deepest + 1] > 0) deepest++;
        for (var level = 1; level <= deepest; level++) scales[level] = 1 / (totals[level] + Trust);
        var shares = new List<(int, double, double)>(found.Count);
        for (var slot = 0; slot < found.Count; slot++)
        {
            var own = counts.AsSpan(slot * (Levels + 1), Levels + 1);
            for (var level = Levels - 1; level > 0; level--) own[level] += own[level + 1];
            var belief = 0.0;
            for (var level = 1; level <= deepest; level++) belief = (own[level] + (Trust * belief)) * scales[level];
            shares.Add((found[slot].Token, found[slot].Votes / (votes + VoteWeights.Unseen), belief));
        }

        return shares;
    }

    private static int LevelOf(in Likeness likeness) =>
        Math.Min((int)likeness.Exact, MostExact) + Math.Min((int)likeness.Alike, MostAlike) + Math.Min((likeness.Loose - likeness.Alike) / LoosePerLevel, MostLoose);

    private void Clear()
    {
        counts.AsSpan(0, found.Count * (Levels + 1)).Clear();
        totals.AsSpan().Clear();
        slots.Clear();
        found.Clear();
        votes = 0;
    }

    private void Add(in Occurrence occurrence)
    {
        ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(slots, occurrence.Next, out var known);
        if (!known)
        {
            slot = found.Count;
            found.Add((occurrence.Next, 0));
            if (found.Count * (Levels + 1) > counts.Length) Array.Resize(ref counts, counts.Length * 2);
        }

        CollectionsMarshal.AsSpan(found)[slot].Votes += occurrence.Weight;
        votes += occurrence.Weight;
        var level = LevelOf(occurrence.Likeness);
        var count = CountOfNearness[occurrence.Likeness.Nearness];
        counts[(slot * (Levels + 1)) + level] += count;
        totals[level] += count;
    }
}
