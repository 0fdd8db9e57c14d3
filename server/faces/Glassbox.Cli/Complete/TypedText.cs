using Glassbox.Contracts.Text;

namespace Glassbox.Cli.Complete;

/// <summary>The text that is completed: the file's, or an unsaved one.</summary>
internal static class TypedText
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="UsageException">There is none, or it is not text.</exception>
    public static async Task<string> OfFileAsync(string name, DocumentPath path, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path.Value)) throw new UsageException($"{name} is a folder. Name a file.");
        if (!File.Exists(path.Value)) throw new UsageException($"{name} does not exist. For a text that is not saved yet, give it with --stdin.");
        try
        {
            return Checked(name, await File.ReadAllTextAsync(path.Value, cancellationToken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{name} cannot be read: {e.Message}");
        }
    }

    /// <summary>Reads standard input to its end.</summary>
    /// <exception cref="UsageException">It is not text.</exception>
    public static async Task<string> OfInputAsync(TextReader input, CancellationToken cancellationToken) =>
        Checked("What came from standard input", await input.ReadToEndAsync(cancellationToken));

    private static string Checked(string what, string text) =>
        text.Contains('\0') ? throw new UsageException($"{what} is not text: it holds a NUL character.") : text;
}
