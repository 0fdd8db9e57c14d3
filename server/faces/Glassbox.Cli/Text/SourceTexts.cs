using Glassbox.Contracts.Text;

namespace Glassbox.Cli.Text;

/// <summary>Lines of source files, to be shown beside findings. Each file is read once.</summary>
internal sealed class SourceTexts
{
    private readonly Dictionary<DocumentPath, TextBuffer?> read = [];

    /// <summary>One line without its line break, or null where the file cannot be read or has no such line.</summary>
    public string? Line(DocumentPath path, int line)
    {
        if (!read.TryGetValue(path, out var buffer)) read[path] = buffer = Read(path);
        return buffer is null || line >= buffer.Lines.Count ? null : buffer.Lines.ContentOf(buffer.Text, line).ToString();
    }

    private static TextBuffer? Read(DocumentPath path)
    {
        if (!path.IsFile) return null;
        try
        {
            return TextBuffer.Create(File.ReadAllText(path.Value));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Gone since it was looked at: the finding is still worth showing without its line.
            return null;
        }
    }
}
