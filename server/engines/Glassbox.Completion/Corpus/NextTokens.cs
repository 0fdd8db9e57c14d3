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
    private double[] counts = new double[(Levels + 1) * 64];
    private double votes;

    private NextTokens()
    {
    }

    /// <summary>Counts places.</summary>
    public static NextTokens Of(List<Occurrence> occurrences)
    {
        var next = new NextTokens();
        foreach (ref readonly var occurrence in CollectionsMarshal.AsSpan(occurrences)) next.Add(occurrence);
        next.Accumulate();
        return next;
    }

    /// <summary>Every token that ever came next, with both of its shares. Each of the two sums to less than one.</summary>
    public List<(int Token, double Votes, double Levels)> Shares()
    {
        var belief = new double[found.Count];
        for (var level = 1; level <= Levels && totals[level] > 0; level++)
        {
            var scale = 1 / (totals[level] + Trust);
            for (var slot = 0; slot < belief.Length; slot++) belief[slot] = (CountAt(slot, level) + (Trust * belief[slot])) * scale;
        }

        var shares = new List<(int, double, double)>(found.Count);
        for (var slot = 0; slot < belief.Length; slot++) shares.Add((found[slot].Token, found[slot].Votes / (votes + VoteWeights.Unseen), belief[slot]));
        return shares;
    }

    private static int LevelOf(in Likeness likeness) =>
        Math.Min((int)likeness.Exact, MostExact) + Math.Min((int)likeness.Alike, MostAlike) + Math.Min((likeness.Loose - likeness.Alike) / LoosePerLevel, MostLoose);

    private ref double CountAt(int slot, int level) => ref counts[(slot * (Levels + 1)) + level];

    private void Add(in Occurrence occurrence)
    {
        ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(slots, occurrence.Next, out var known);
        if (!known)
        {
            slot = found.Count;
            found.Add((occurrence.Next, 0));
            if (found.Count * (Levels + 1) > counts.Length) Array.Resize(ref counts, counts.Length * 2);
        }

        found[slot] = (occurrence.Next, found[slot].Votes + occurrence.Weight);
        votes += occurrence.Weight;
        var level = LevelOf(occurrence.Likeness);
        var count = CountOfNearness[occurrence.Likeness.Nearness];
        CountAt(slot, level) += count;
        totals[level] += count;
    }

    // From "agrees this far" to "agrees at least this far".
    private void Accumulate()
    {
        for (var level = Levels - 1; level >= 0; level--)
        {
            totals[level] += totals[level + 1];
            for (var slot = 0; slot < found.Count; slot++) CountAt(slot, level) += CountAt(slot, level + 1);
        }
    }
}
