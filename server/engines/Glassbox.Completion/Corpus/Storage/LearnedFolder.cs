using System.Security.Cryptography;
using System.Text;
using Glassbox.Contracts.Text;

namespace Glassbox.Completion.Corpus.Storage;

/// <summary>
/// Where what was learned is kept between sessions: a folder for each workspace below the state folder, one file in it. It never
/// leaves the machine, and nobody but the user may read it. A file is replaced as a whole, so of two servers the last one wins.
/// </summary>
/// <param name="root">The folder of all workspaces.</param>
/// <param name="time">Tells what is old.</param>
internal sealed class LearnedFolder(string root, TimeProvider time)
{
    private const string FileName = "tokens.gbx";
    private const string DraftSuffix = ".draft";
    private const int NameLength = 32;

    private static readonly TimeSpan Unused = TimeSpan.FromDays(90);
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    /// <summary>What all workspaces together may take, in bytes.</summary>
    public long MostBytes { get; init; } = 1L << 30;

    /// <summary>The file of a workspace.</summary>
    public string FileOf(IEnumerable<DocumentPath> folders)
    {
        var key = string.Join('\n', folders.Select(folder => folder.Value).Order(StringComparer.Ordinal));
        return Path.Combine(root, Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(key)))[..NameLength], FileName);
    }

    /// <summary>Reads a file; it counts as used from now on.</summary>
    // Read at once and not mapped: whoever cuts a mapped file off ends every process that reads it.
    public LearnedFileState Read(string file, out LearnedFile? learned)
    {
        learned = null;
        try
        {
            var info = new FileInfo(file);
            if (!info.Exists) return LearnedFileState.Absent;
            if (info.Length > LearnedFormat.MostBytes) return LearnedFileState.Damaged;
            var state = LearnedFile.Read(File.ReadAllBytes(file), out learned);
            if (state == LearnedFileState.Good) Touch(file);
            return state;
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return LearnedFileState.Absent;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return LearnedFileState.Unreadable;
        }
    }

    /// <summary>Replaces a file, and drops what was not used for long.</summary>
    /// <returns>Why it could not be written, in the system's words; null when it was.</returns>
    public string? Write(string file, byte[] content)
    {
        var folder = Path.GetDirectoryName(file)!;
        var draft = Path.Combine(folder, $"{Guid.NewGuid():N}{DraftSuffix}");
        try
        {
            CreateFolder(folder);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var stream = new FileStream(draft, options)) stream.Write(content);
            File.Move(draft, file, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            TryDelete(draft);
            return failure.Message;
        }

        Clean(file);
        return null;
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void Touch(string file)
    {
        try
        {
            File.SetLastWriteTimeUtc(file, time.GetUtcNow().UtcDateTime);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A folder that is only for reading: nothing of it will be dropped either.
        }
    }

    // The least recently used first; the one that was just written stays, however large.
    private void Clean(string written)
    {
        try
        {
            var now = time.GetUtcNow().UtcDateTime;
            var left = MostBytes;
            foreach (var file in Kept().OrderByDescending(file => file.FullName == written).ThenByDescending(file => file.LastWriteTimeUtc))
            {
                left -= file.Length;
                if (file.FullName != written && (left < 0 || now - file.LastWriteTimeUtc > Unused)) Drop(file);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Another server cleans at the same time; the next one that writes cleans again.
        }
    }

    private IEnumerable<FileInfo> Kept() =>
        new DirectoryInfo(root).EnumerateDirectories()
            .Where(folder => folder.Name.Length == NameLength && folder.Name.All(char.IsAsciiHexDigitLower))
            .Select(folder => new FileInfo(Path.Combine(folder.FullName, FileName)))
            .Where(file => file.Exists)
            .ToList();

    private void Drop(FileInfo file)
    {
        TryDelete(file.FullName);
        foreach (var draft in file.Directory!.EnumerateFiles("*" + DraftSuffix).Where(draft => time.GetUtcNow().UtcDateTime - draft.LastWriteTimeUtc > Abandoned)) TryDelete(draft.FullName);
        try
        {
            // Only when nothing else is in it.
            file.Directory.Delete();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It is in use, or holds what is not ours.
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A draft that stays is dropped with its folder.
        }
    }
}
