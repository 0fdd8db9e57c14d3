namespace Glassbox.Cli.Session;

/// <summary>What somebody may have meant who wrote a name that does not exist.</summary>
internal static class NearestName
{
    /// <summary>The name with the fewest changes, or null where none is near. The first wins among equals.</summary>
    public static string? Of(string written, IEnumerable<string> names)
    {
        string? best = null;
        var least = Math.Max(2, written.Length / 2) + 1;
        foreach (var name in names)
        {
            var distance = Distance(written.ToUpperInvariant(), name.ToUpperInvariant());
            if (distance >= least) continue;
            best = name;
            least = distance;
        }

        return best;
    }

    /// <summary>The number of single-character changes between two words (Levenshtein).</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (from[i - 1] == to[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
