namespace Glassbox.Completion.Ranking;

/// <summary>Matches names against what is typed.</summary>
internal static class NameMatcher
{
    // Matching humps backtracks; nobody types more of them.
    private const int LongestHumps = 12;

    public static NameMatch Match(string name, string typed)
    {
        if (typed.Length == 0) return NameMatch.Exact;
        if (typed.Length > name.Length) return NameMatch.None;
        if (name.StartsWith(typed, StringComparison.Ordinal)) return name.Length == typed.Length ? NameMatch.Exact : NameMatch.Prefix;
        if (name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)) return NameMatch.PrefixIgnoringCase;
        if (typed.Length <= LongestHumps && HumpsFit(name, 0, typed, 0)) return NameMatch.Humps;
        if (name.Contains(typed, StringComparison.OrdinalIgnoreCase)) return NameMatch.Substring;
        return IsSubsequence(name, typed) ? NameMatch.Subsequence : NameMatch.None;
    }

    private static bool HumpsFit(string name, int at, string typed, int done)
    {
        if (done == typed.Length) return true;
        for (var hump = NextHump(name, at); hump < name.Length; hump = NextHump(name, hump + 1))
        {
            if (!Same(name[hump], typed[done])) continue;

            // Invariant: each call consumes at least one typed letter, so the depth is bounded by what is typed.
            var length = 1;
            while (done + length < typed.Length && hump + length < name.Length && Same(name[hump + length], typed[done + length])) length++;
            for (; length > 0; length--)
            {
                if (HumpsFit(name, hump + length, typed, done + length)) return true;
            }

            // The first letter may not be skipped: "uilder" is a substring, not humps.
            if (done == 0) return false;
        }

        return false;
    }

    private static int NextHump(string name, int at)
    {
        for (; at < name.Length; at++)
        {
            if (at == 0) return at;
            if (char.IsUpper(name[at]) && (!char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1])))) return at;
            if (name[at - 1] == '_' || (char.IsDigit(name[at]) && !char.IsDigit(name[at - 1]))) return at;
        }

        return at;
    }

    private static bool IsSubsequence(string name, string typed)
    {
        var done = 0;
        foreach (var character in name)
        {
            if (Same(character, typed[done]) && ++done == typed.Length) return true;
        }

        return false;
    }

    private static bool Same(char left, char right) => left == right || char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
