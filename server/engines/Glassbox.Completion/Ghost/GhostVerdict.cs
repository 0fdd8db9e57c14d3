namespace Glassbox.Completion.Ghost;

/// <summary>Whether a text holds in its place.</summary>
/// <param name="Holds">It parses, and every name in it means something.</param>
/// <param name="BadAt">Offset in the text of the first name that means nothing; below 0 where it is not a name that is wrong.</param>
internal readonly record struct GhostVerdict(bool Holds, int BadAt)
{
    /// <summary>It does not parse, or nothing can be written here.</summary>
    public static GhostVerdict Wrong { get; } = new(false, -1);

    /// <summary>It holds.</summary>
    public static GhostVerdict Right { get; } = new(true, -1);
}
