using System.Text;
using System.Text.RegularExpressions;

namespace Glassbox.Try.Screen;

/// <summary>Writes lines, in colours where the reader has them.</summary>
/// <param name="output">Where to.</param>
/// <param name="hasColours">Write escape sequences.</param>
/// <param name="isLive">A person watches, so a line may be written over.</param>
internal sealed partial class Terminal(TextWriter output, bool hasColours, bool isLive)
{
    /// <summary>Columns used at most; every view keeps within them.</summary>
    public const int Width = 100;

    /// <summary>A line can be written over by the next.</summary>
    public bool IsLive { get; } = isLive && hasColours;

    /// <summary>Colours go to terminals, unless the user wants none. See no-color.org.</summary>
    public static bool WantsColours() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb"
        && (!Console.IsOutputRedirected || Environment.GetEnvironmentVariable("FORCE_COLOR") is { Length: > 0 } and not "0");

    /// <summary>A stretch of text as the ink looks.</summary>
    public string Paint(Ink ink, string text) => !hasColours || ink == Ink.Plain || text.Length == 0 ? text : $"\e[{CodeOf(ink)}m{text}\e[0m";

    /// <summary>What an editor draws below a finding.</summary>
    public string Squiggle(Ink ink, int columns) => Paint(ink, new string('~', columns));

    /// <summary>One line.</summary>
    public void Line(string text = "") => output.WriteLine(text);

    /// <summary>A line that the next one replaces; nothing where that cannot be.</summary>
    public void Transient(string text)
    {
        if (!IsLive) return;
        output.Write("\r\e[2K" + text);
        output.Flush();
    }

    /// <summary>Takes the transient line away.</summary>
    public void EndTransient()
    {
        if (IsLive) output.Write("\r\e[2K");
    }

    /// <summary>How many columns a painted text takes.</summary>
    public static int Columns(string painted) => Escapes.Replace(painted, "").EnumerateRunes().Count();

    /// <summary>Two texts of one line, the second at the right margin.</summary>
    public static string Spread(string left, string right)
    {
        var gap = Math.Max(1, Width - Columns(left) - Columns(right));
        return left + new string(' ', gap) + right;
    }

    /// <summary>Cuts a plain text that is too long.</summary>
    public static string Cut(string text, int columns) => text.Length <= columns ? text : string.Concat(text.AsSpan(0, Math.Max(0, columns - 1)), "…");

    /// <summary>Breaks a plain text into lines at spaces.</summary>
    public static IEnumerable<string> Wrap(string text, int columns)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > columns)
            {
                yield return line.ToString();
                line.Clear();
            }

            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }

        if (line.Length > 0) yield return line.ToString();
    }

    // The sixteen colours that every theme defines, so that the text can be read on light and dark alike.
    private static string CodeOf(Ink ink) => ink switch
    {
        Ink.Strong => "1",
        Ink.Dim => "2",
        Ink.Ghost => "2;3",
        Ink.Title => "1;36",
        Ink.Good => "32",
        Ink.Bad => "1;31",
        Ink.Error => "31",
        Ink.Warning => "33",
        Ink.Information => "36",
        Ink.Keyword => "34",
        Ink.Literal => "32",
        Ink.TypeName => "36",
        Ink.Comment => "2;32",
        Ink.Selected => "7",
        Ink.Added => "32",
        Ink.Removed => "31",
        Ink.Time => "35",
        _ => "0",
    };

    [GeneratedRegex(@"\e\[[0-9;?]*[A-Za-z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escapes { get; }
}
