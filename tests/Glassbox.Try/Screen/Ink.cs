namespace Glassbox.Try.Screen;

/// <summary>What a stretch of text means on the screen; <see cref="Terminal"/> knows how that looks.</summary>
internal enum Ink
{
    Plain,
    Strong,
    Dim,
    Ghost,
    Title,
    Good,
    Bad,
    Error,
    Warning,
    Information,
    Keyword,
    Literal,
    TypeName,
    Comment,
    Selected,
    Added,
    Removed,
    Time,
}
