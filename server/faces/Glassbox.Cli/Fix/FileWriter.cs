using System.Collections.Immutable;
using Glassbox.Contracts.Ledger;

namespace Glassbox.Cli.Fix;

/// <summary>Writes working copies: all of them, or, where one cannot be written, none.</summary>
internal static class FileWriter
{
    /// <summary>
    /// Each file is written beside itself and then put in its place, so that a crash leaves the old or the new. Drafts are
    /// made first, for a disk that is full must not leave half of a fix.
    /// </summary>
    public static (ImmutableArray<WrittenDocument> Written, ImmutableArray<string> Problems) Write(ImmutableArray<WorkingCopy> copies)
    {
        var drafts = new List<Draft>();
        try
        {
            var problems = copies.Select(copy => Prepare(copy, drafts)).OfType<string>().ToImmutableArray();
            return problems.IsEmpty ? Commit(drafts) : ([], problems);
        }
        finally
        {
            foreach (var draft in drafts) TryDelete(draft.File);
        }
    }

    private static string? Prepare(WorkingCopy copy, List<Draft> drafts)
    {
        var path = copy.File.Path.Value;
        if (!copy.File.IsUnchanged()) return $"{path} changed since it was read.";
        try
        {
            // What a link names is written, so that the link stays one.
            var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            if ((File.GetAttributes(target) & FileAttributes.ReadOnly) != 0) return $"{path} is read-only.";
            var draft = new Draft(copy, target, Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.new"));
            drafts.Add(draft);
            using var stream = new FileStream(draft.File, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            stream.Write(copy.File.Encode(copy.Text));
            stream.Flush(flushToDisk: true);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(draft.File, File.GetUnixFileMode(target));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{path} cannot be written: {e.Message}";
        }
    }

    private static (ImmutableArray<WrittenDocument> Written, ImmutableArray<string> Problems) Commit(List<Draft> drafts)
    {
        var written = ImmutableArray.CreateBuilder<WrittenDocument>(drafts.Count);
        var problems = ImmutableArray.CreateBuilder<string>();
        foreach (var draft in drafts)
        {
            try
            {
                File.Move(draft.File, draft.Target, overwrite: true);
                var file = draft.Copy.File;
                written.Add(new WrittenDocument(file.Path.Value, file.Hash, SourceFile.HashOf(file.Encode(draft.Copy.Text))));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems.Add($"{draft.Copy.File.Path.Value} cannot be written: {e.Message}");
            }
        }

        return (written.ToImmutable(), problems.ToImmutable());
    }

    private static void TryDelete(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A draft left behind harms nobody; its name says what it is.
        }
    }

    private sealed record Draft(WorkingCopy Copy, string Target, string File);
}
