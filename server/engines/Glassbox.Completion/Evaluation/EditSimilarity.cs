namespace Glassbox.Completion.Evaluation;

/// <summary>How alike two texts are.</summary>
internal static class EditSimilarity
{
    /// <summary>One minus the Levenshtein distance over the longer length: 1 for equal texts, 0 where nothing is shared.</summary>
    public static double Of(string left, string right)
    {
        var longer = Math.Max(left.Length, right.Length);
        if (longer == 0) return 1;
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++) row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return 1 - ((double)row[right.Length] / longer);
    }
}
