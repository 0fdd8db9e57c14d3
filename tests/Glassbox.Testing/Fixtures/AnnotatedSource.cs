using System.Text;
using Glassbox.Contracts.Text;

namespace Glassbox.Testing.Fixtures;

/// <summary>Findings written under the lines that they are about: how snapshots and failures show them.</summary>
public static class AnnotatedSource
{
    /// <summary>A text with its findings as notes; notes that it already holds are taken out first.</summary>
    public static string Render(string text, IEnumerable<FindingNote> findings)
    {
        var byLine = findings
            .OrderBy(note => note.Range.Start).ThenBy(note => note.Range.End).ThenBy(note => note.Code, StringComparer.Ordinal)
            .ToLookup(note => note.Range.Start.Line);
        var lines = LineIndex.Of(text);
        var rendered = new StringBuilder();
        for (var line = 0; line < lines.Count; line++)
        {
            var content = lines.ContentOf(text, line);
            if (!FixtureParser.TryReadNote(content, out _, out _, out _, out _)) rendered.Append(content).Append('\n');
            foreach (var note in byLine[line]) rendered.Append(Note(note, content.Length)).Append('\n');
        }

        return rendered.ToString().TrimEnd('\n') + '\n';
    }

    /// <summary>What differs between the notes of a file and what was found, or null when nothing does.</summary>
    public static string? Difference(FixtureFile file, IEnumerable<FindingNote> found)
    {
        var left = found.ToList();
        var missing = new List<FindingNote>();
        foreach (var expected in file.Notes)
        {
            var match = left.FindIndex(expected.Accepts);
            if (match < 0) missing.Add(expected);
            else left.RemoveAt(match);
        }

        if (missing.Count == 0 && left.Count == 0) return null;
        var all = file.Notes.Except(missing).Concat(left);
        var report = new StringBuilder();
        report.Append(file.Path).Append(": not found:").AppendJoin(',', missing.Select(note => $" {note.Code} at {note.Range}")).AppendLine();
        report.Append("found, not noted:").AppendJoin(',', left.Select(note => $" {note.Code} at {note.Range} ({note.Message})")).AppendLine();
        return report.AppendLine("as it was found:").Append(Render(file.Text, all)).ToString();
    }

    private static string Note(FindingNote note, int lineLength)
    {
        var start = note.Range.Start.Character;
        var spansLines = note.Range.End.Line != note.Range.Start.Line;
        var end = spansLines ? Math.Max(lineLength, start + 1) : Math.Max(note.Range.End.Character, start + 1);

        // Two columns go to the slashes; what starts there is said in words.
        var indent = Math.Max(start - 2, 0);
        var carets = new string('^', Math.Max(1, end - Math.Max(start, 2)));
        var place = start < 2 ? $" (from column {start + 1})" : "";
        if (spansLines) place += $" (to {note.Range.End})";
        return $"//{new string(' ', indent)}{carets} {note.Code}{place}{(note.Message.Length > 0 ? " " : "")}{note.Message}";
    }
}
