using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Workspace.Text;

/// <summary>Reads a document's text when it is first asked for. A file that is gone, binary or too long reads as empty.</summary>
internal sealed class SourceFileLoader(string path, long maxBytes) : TextLoader
{
    /// <inheritdoc/>
    public override Task<TextAndVersion> LoadTextAndVersionAsync(LoadTextOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var text = FileText.TryReadSource(path, maxBytes) ?? SourceText.From("");
        return Task.FromResult(TextAndVersion.Create(text, VersionStamp.Create(LastWrite()), path));
    }

    private DateTime LastWrite()
    {
        try
        {
            return File.GetLastWriteTimeUtc(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return DateTime.UnixEpoch;
        }
    }
}
