using System.Globalization;

namespace Glassbox.Try.Screen;

/// <summary>What changed between two texts, by lines.</summary>
internal static class DiffView
{
    private const int Context = 1;

    /// <summary>The changed lines with one line around them.</summary>
    public static IEnumerable<string> Draw(Terminal terminal, string before, string after)
    {
        var rows = Compare(Lines(before), Lines(after)).ToArray();
        var last = -1;
        for (var i = 0; i < rows.Length; i++)
        {
            if (!IsNearChange(rows, i)) continue;
            if (last >= 0 && last < i - 1) yield return terminal.Paint(Ink.Dim, "      ⋯");
            last = i;
            var (sign, number, text) = rows[i];
            var gutter = terminal.Paint(Ink.Dim, number.ToString(CultureInfo.InvariantCulture).PadLeft(5));
            foreach (var part in Folded(text))
            {
                yield return sign switch
                {
                    '+' => $"{gutter} {terminal.Paint(Ink.Added, "+ " + part)}",
                    '-' => $"{gutter} {terminal.Paint(Ink.Removed, "- " + part)}",
                    _ => $"{gutter}   {terminal.Paint(Ink.Dim, part)}",
                };
                gutter = "     ";
            }
        }
    }

    // A long line goes on below itself: what changed may stand at its end.
    private static IEnumerable<string> Folded(string text)
    {
        const int Room = Terminal.Width - 13;
        var indent = text[..(text.Length - text.TrimStart().Length)] + "    ";
        for (var head = ""; ; head = indent)
        {
            var room = Math.Max(20, Room - head.Length);
            if (text.Length <= room)
            {
                yield return head + text;
                yield break;
            }

            var cut = text.LastIndexOf(' ', room) is var space && space > room / 2 ? space + 1 : room;
            yield return head + text[..cut];
            text = text[cut..];
        }
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static bool IsNearChange((char Sign, int Number, string Text)[] rows, int at)
    {
        for (var i = Math.Max(0, at - Context); i <= Math.Min(rows.Length - 1, at + Context); i++)
        {
            if (rows[i].Sign != ' ') return true;
        }

        return false;
    }

    // The longest common subsequence of what is left between the equal beginning and the equal end.
    private static IEnumerable<(char Sign, int Number, string Text)> Compare(string[] old, string[] now)
    {
        var head = 0;
        while (head < old.Length && head < now.Length && old[head] == now[head]) head++;
        var tail = 0;
        while (tail < old.Length - head && tail < now.Length - head && old[^(tail + 1)] == now[^(tail + 1)]) tail++;

        var (rows, columns) = (old.Length - head - tail, now.Length - head - tail);
        var common = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                common[i, j] = old[head + i] == now[head + j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        for (var i = 0; i < head; i++) yield return (' ', i + 1, now[i]);
        var (left, right) = (0, 0);
        while (left < rows || right < columns)
        {
            if (left < rows && right < columns && old[head + left] == now[head + right])
            {
                yield return (' ', head + right + 1, now[head + right]);
                left++;
                right++;
            }
            else if (left < rows && (right == columns || common[left + 1, right] >= common[left, right + 1]))
            {
                yield return ('-', head + left + 1, old[head + left]);
                left++;
            }
            else
            {
                yield return ('+', head + right + 1, now[head + right]);
                right++;
            }
        }

        for (var i = now.Length - tail; i < now.Length; i++) yield return (' ', i + 1, now[i]);
    }
}
