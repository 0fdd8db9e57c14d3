namespace Glassbox.Clients.Tests;

/// <summary>Something that a test needs and this machine may not have: its path, or why it is not there.</summary>
/// <param name="Path">The program; null when it cannot be had.</param>
/// <param name="Reason">One sentence for the reader of a skipped test; null when it is there.</param>
internal sealed record Availability(string? Path, string? Reason)
{
    /// <summary>The path; where there is none, the running test ends as skipped with the reason.</summary>
    public string OrIgnore()
    {
        if (Path is null) Assert.Ignore(Reason!);
        return Path!;
    }
}
