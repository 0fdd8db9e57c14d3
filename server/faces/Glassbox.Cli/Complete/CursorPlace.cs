using System.Globalization;
using System.Text.RegularExpressions;
using Glassbox.Cli.Text;
using Glassbox.Contracts.Text;

namespace Glassbox.Cli.Complete;

/// <summary>Where somebody would type.</summary>
/// <param name="File">As the user wrote it.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 code units; one more than the line is long for its end.</param>
internal sealed partial record CursorPlace(string File, int Line, int Column)
{
    /// <summary>Reads <c>FILE:LINE:COLUMN</c>. Read from the end, since a path may have a drive, and other colons too.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static CursorPlace Parse(string text)
    {
        if (Shape().Match(text) is not { Success: true } match || text.Contains('\0')
            || !int.TryParse(match.Groups["line"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            || !int.TryParse(match.Groups["column"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var column))
        {
            throw new UsageException($"'{Printable.Of(text)}' names no place. Write FILE:LINE:COLUMN, counted from 1, such as src/App.cs:12:8.");
        }

        return new CursorPlace(match.Groups["file"].Value, line, column);
    }

    /// <summary>The position in a text.</summary>
    /// <exception cref="UsageException">The text has no such place; the message says how far it goes.</exception>
    public TextPosition In(string text)
    {
        var lines = LineIndex.Of(text);
        if (Line < 1 || Line > lines.Count)
            throw new UsageException($"There is no line {Line} in {File}: it has {Words.Count(lines.Count, "line")}, counted from 1.");
        var length = lines.ContentOf(text, Line - 1).Length;
        return Column >= 1 && Column <= length + 1
            ? new TextPosition(Line - 1, Column - 1)
            : throw new UsageException(
                $"There is no column {Column} in line {Line} of {File}: the line has {Words.Count(length, "character")}, so that the cursor can stand at 1 to {length + 1}.");
    }

    [GeneratedRegex(@"^(?<file>.+):(?<line>\d+):(?<column>\d+)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
