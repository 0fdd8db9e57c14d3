using System.Diagnostics;
using System.Formats.Tar;
using System.Globalization;

namespace Glassbox.Eval.Replay;

/// <summary>A repository with its history, work tree or bare, read through git.</summary>
internal sealed class GitHistory(string folder)
{
    /// <summary>The commit that counts as older: the one named, or the last one so many days before the newest.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public async Task<string> OlderAsync(string? since, int? days)
    {
        if (since is not null) return (await RunAsync("rev-parse", "--verify", $"{since}^{{commit}}")).Trim();
        var newest = DateTimeOffset.FromUnixTimeSeconds(long.Parse((await RunAsync("log", "-1", "--format=%ct", "HEAD")).Trim(), CultureInfo.InvariantCulture));
        var before = newest.AddDays(-days!.Value).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var found = (await RunAsync("rev-list", "-1", $"--before={before}", "HEAD")).Trim();
        return found.Length > 0 ? found : throw new InvalidDataException($"{folder} has no commit from before {before}.");
    }

    /// <summary>The C# files of the newest tree that differ from an older one, each with the numbers, from 1, of its added lines.</summary>
    public async Task<IReadOnlyDictionary<string, HashSet<int>>> AddedLinesAsync(string older)
    {
        var diff = await RunAsync("-c", "core.quotePath=false", "diff", "--unified=0", "--no-color", "--no-ext-diff", "-M", "--diff-filter=d", older, "HEAD", "--", "*.cs");
        var added = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        HashSet<int> lines = [];
        var left = 0;
        foreach (var line in diff.Split('\n'))
        {
            if (left > 0 && line is ['+', ..]) left--;
            else if (line.StartsWith("+++ b/", StringComparison.Ordinal)) added[line[6..].TrimEnd('\t')] = lines = [];
            else if (line.StartsWith("@@ ", StringComparison.Ordinal) && line.Split(' ') is [_, _, ['+', .. var place], ..])
            {
                var (first, count) = place.Split(',') is [var start, var length] ? (Number(start), Number(length)) : (Number(place), 1);
                lines.UnionWith(Enumerable.Range(first, count));
                left = count;
            }
        }

        return added;
    }

    /// <summary>Writes the newest tree into a folder; links are left out.</summary>
    public async Task ExtractAsync(string target)
    {
        using var git = Start("archive", "--format=tar", "HEAD");
        var error = git.StandardError.ReadToEndAsync();
        var isWhole = await ExtractAsync(git.StandardOutput.BaseStream, target);
        await git.WaitForExitAsync();
        if (git.ExitCode != 0 || !isWhole) throw new InvalidDataException($"git archive in {folder}: {await error}");
    }

    // False where it ends in the middle, of which git says why: a partial clone lacks an object.
    private static async Task<bool> ExtractAsync(Stream archive, string target)
    {
        try
        {
            await using var tar = new TarReader(archive);
            while (await tar.GetNextEntryAsync() is { } entry)
            {
                if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)) continue;
                var path = Path.Combine(target, entry.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await entry.ExtractToFileAsync(path, overwrite: true);
            }

            return true;
        }
        catch (EndOfStreamException)
        {
            return false;
        }
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private async Task<string> RunAsync(params string[] arguments)
    {
        using var git = Start(arguments);
        var error = git.StandardError.ReadToEndAsync();
        var output = await git.StandardOutput.ReadToEndAsync();
        await git.WaitForExitAsync();
        return git.ExitCode == 0 ? output : throw new InvalidDataException($"git {arguments[0]} in {folder}: {await error}");
    }

    private Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("git", ["-C", folder, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })
        ?? throw new InvalidDataException("git did not start.");
}
