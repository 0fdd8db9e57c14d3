namespace Glassbox.Testing.Fixtures;

/// <summary>A stretch that a fixture marks with <c>[|…|]</c> or <c>{|name:…|}</c>.</summary>
/// <param name="Name">The name, or null for <c>[|…|]</c>.</param>
/// <param name="Start">First UTF-16 offset in the text without its marks.</param>
/// <param name="End">The offset after the last.</param>
public sealed record FixtureSpan(string? Name, int Start, int End)
{
    /// <summary>How many UTF-16 code units it holds.</summary>
    public int Length => End - Start;
}
