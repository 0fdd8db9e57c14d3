using Glassbox.Contracts.Text;

namespace Glassbox.Completion.Corpus.Storage;

/// <summary>Tells without reading it that a file is the same as before.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Written">When it was last written, UTC.</param>
internal readonly record struct FileStamp(long Length, DateTime Written)
{
    /// <summary>The stamp of a file as it is now; the default where there is none.</summary>
    public static FileStamp Of(DocumentPath path)
    {
        if (!path.IsFile) return default;
        var file = new FileInfo(path.Value);
        return file.Exists ? new FileStamp(file.Length, file.LastWriteTimeUtc) : default;
    }
}
