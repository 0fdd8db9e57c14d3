namespace Glassbox.Testing.Fixtures;

/// <summary>A fixture's text breaks the rules of its own language; the message names the file and the line.</summary>
public sealed class FixtureException(string message) : Exception(message);
