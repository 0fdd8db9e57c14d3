using DiffPlex;
using DiffPlex.Model;
using Glassbox.Cli.Text;

namespace Glassbox.Cli.Fix;

/// <summary>Writes a change as <c>git apply</c> and <c>patch</c> read it.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>Writes the change of one file.</summary>
    /// <param name="path">Relative to the root, with forward slashes.</param>
    /// <param name="before">The old text.</param>
    /// <param name="after">The new text.</param>
    /// <param name="ink">Where to. Carriage returns are kept: they are part of the lines.</param>
    public static void Write(string path, string before, string after, Ink ink)
    {
        var diff = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, LinesOf);
        if (diff.DiffBlocks.Count == 0) return;
        ink.Line($"--- a/{path}", Tone.Strong).Line($"+++ b/{path}", Tone.Strong);

        var first = 0;
        while (first < diff.DiffBlocks.Count)
        {
            var last = first;
            while (last + 1 < diff.DiffBlocks.Count && GapAfter(diff.DiffBlocks, last) <= Context * 2) last++;
            WriteHunk(diff, first, last, ink);
            first = last + 1;
        }
    }

    /// <summary>Lines with their line feed, so that a last line without one differs from one with it.</summary>
    private static string[] LinesOf(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return [.. lines];
    }

    private static int GapAfter(IList<DiffBlock> blocks, int index) =>
        blocks[index + 1].DeleteStartA - (blocks[index].DeleteStartA + blocks[index].DeleteCountA);

    private static void WriteHunk(DiffResult diff, int first, int last, Ink ink)
    {
        var blocks = diff.DiffBlocks;
        var oldStart = Math.Max(0, blocks[first].DeleteStartA - Context);
        var oldEnd = Math.Min(diff.PiecesOld.Length, blocks[last].DeleteStartA + blocks[last].DeleteCountA + Context);
        var newStart = blocks[first].InsertStartB - (blocks[first].DeleteStartA - oldStart);
        var newEnd = blocks[last].InsertStartB + blocks[last].InsertCountB + (oldEnd - blocks[last].DeleteStartA - blocks[last].DeleteCountA);
        ink.Line($"@@ -{Span(oldStart, oldEnd)} +{Span(newStart, newEnd)} @@", Tone.Note);

        var at = oldStart;
        for (var index = first; index <= last; index++)
        {
            var block = blocks[index];
            while (at < block.DeleteStartA) WriteLine(' ', diff.PiecesOld[at++], Tone.Plain, ink);
            for (; at < block.DeleteStartA + block.DeleteCountA; at++) WriteLine('-', diff.PiecesOld[at], Tone.Removed, ink);
            for (var added = 0; added < block.InsertCountB; added++) WriteLine('+', diff.PiecesNew[block.InsertStartB + added], Tone.Added, ink);
        }

        while (at < oldEnd) WriteLine(' ', diff.PiecesOld[at++], Tone.Plain, ink);
    }

    /// <summary>A span without lines names the line before it, as <c>diff</c> does.</summary>
    private static string Span(int start, int end) => end - start == 1 ? $"{start + 1}" : $"{(end == start ? start : start + 1)},{end - start}";

    private static void WriteLine(char sign, string line, Tone tone, Ink ink)
    {
        var hasBreak = line.EndsWith('\n');
        ink.Line(sign + (hasBreak ? line[..^1] : line), tone);
        if (!hasBreak) ink.Line("\\ No newline at end of file", Tone.Faint);
    }
}
