namespace Glassbox.Contracts.Text;

/// <summary>Finds what somebody probably meant to write.</summary>
public static class NearestName
{
    /// <summary>The nearest of some names by edit distance, or null when none is near.</summary>
    public static string? Of(string written, IEnumerable<string> names)
    {
        var (best, distance) = names
            .Select(name => (name, Distance(written.ToLowerInvariant(), name.ToLowerInvariant())))
            .DefaultIfEmpty((name: "", int.MaxValue))
            .MinBy(candidate => candidate.Item2);
        return distance <= Math.Max(2, written.Length / 2) ? best : null;
    }

    // Optimal string alignment: insertions, deletions, replacements and swaps of neighbours cost one each.
    private static int Distance(string left, string right)
    {
        var cost = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++) cost[i, 0] = i;
        for (var j = 0; j <= right.Length; j++) cost[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var replace = cost[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(replace, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                var swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                if (swapped) cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }

        return cost[left.Length, right.Length];
    }
}
