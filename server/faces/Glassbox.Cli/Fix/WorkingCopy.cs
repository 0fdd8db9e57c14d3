using System.Collections.Immutable;
using System.Text;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Text;

namespace Glassbox.Cli.Fix;

/// <summary>
/// A file's text with the fixes so far. The core holds the same text as an open document, so that every edit is bound to
/// a version that both know; nothing is written before all is done.
/// </summary>
internal sealed class WorkingCopy(SourceFile file)
{
    /// <summary>The file as it was read.</summary>
    public SourceFile File { get; } = file;

    /// <summary>The text now.</summary>
    public string Text { get; private set; } = file.Text;

    /// <summary>Counts the texts that the core was given.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The text is not that of the file.</summary>
    public bool IsChanged => Text != File.Text;

    /// <summary>What the core is told.</summary>
    public OpenedDocument ToOpened() => new(File.Path, "csharp", Version, Text);

    /// <summary>The text after edits that all speak of it as it is now; line breaks become the file's own. Null where two edits overlap.</summary>
    public string? With(ImmutableArray<TextEdit> edits)
    {
        var lines = LineIndex.Of(Text);
        var result = new StringBuilder(Text.Length + 256);
        var at = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Range.Start).ThenBy(edit => edit.Range.End))
        {
            var start = lines.OffsetAt(Text, edit.Range.Start);
            var end = lines.OffsetAt(Text, edit.Range.End);
            if (start < at || end < start) return null;
            result.Append(Text, at, start - at).Append(WithLineBreaks(edit.NewText));
            at = end;
        }

        return result.Append(Text, at, Text.Length - at).ToString();
    }

    /// <summary>Takes a new text.</summary>
    public void Set(string text)
    {
        Text = text;
        Version++;
    }

    private string WithLineBreaks(string text) => text.Replace("\r\n", "\n").Replace('\r', '\n').Replace("\n", File.LineBreak);
}
