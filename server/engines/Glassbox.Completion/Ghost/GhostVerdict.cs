namespace Glassbox.Completion.Ghost;

/// <summary>Whether a text holds in its place.</summary>
/// <param name="Holds">It parses, and every name in it means something.</param>
/// <param name="BadAt">Offset in the text of the first name that means nothing; below 0 where it is not a name that is wrong.</param>
/// <param name="IsWhole">All of it was checked; not so where names may belong to a reference that is missing.</param>
internal readonly record struct GhostVerdict(bool Holds, int BadAt, bool IsWhole = true)
{
    /// <summary>It does not parse, or nothing can be written here.</summary>
    public static GhostVerdict Wrong { get; } = new(false, -1);

    /// <summary>It holds.</summary>
    public static GhostVerdict Right { get; } = new(true, -1);

    /// <summary>It holds but for names that cannot be known here.</summary>
    public static GhostVerdict RightAsFarAsKnown { get; } = new(true, -1, IsWhole: false);

    /// <summary>What was checked, for people.</summary>
    public string Reason => IsWhole ? "verified: parses, and every name in it binds" : "verified as far as references are there: it parses, and names of missing packages were not checked";
}
