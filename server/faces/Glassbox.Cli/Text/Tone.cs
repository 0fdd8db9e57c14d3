namespace Glassbox.Cli.Text;

/// <summary>What a piece of text is, for its colour.</summary>
internal enum Tone
{
    Plain,
    Faint,
    Strong,
    Error,
    Warning,
    Note,
    Good,
    Added,
    Removed,
}
