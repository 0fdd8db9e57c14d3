using System.Text;

namespace Glassbox.Cli.Check;

/// <summary>The file that a report goes to.</summary>
/// <param name="Path">Its absolute path.</param>
internal sealed record OutputFile(string Path)
{
    /// <summary>Reads the option, before the work begins that would be lost.</summary>
    /// <exception cref="UsageException">A file cannot be written there.</exception>
    public static OutputFile? Of(string? option, string currentFolder)
    {
        if (option is null) return null;
        if (option.Length == 0 || option.Contains('\0')) throw new UsageException("The name of the report's file is empty.");
        var full = System.IO.Path.GetFullPath(option, currentFolder);
        if (Directory.Exists(full)) throw new UsageException($"{option} is a folder. Name a file for the report.");
        if (!Directory.Exists(System.IO.Path.GetDirectoryName(full)))
            throw new UsageException($"The folder of {option} does not exist. Make it, or name another file.");
        return new OutputFile(full);
    }

    /// <summary>Writes the report in UTF-8 without a mark.</summary>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllTextAsync(Path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The report could not be written to {Path}: {e.Message}");
        }
    }
}
