using System.Text;
using System.Text.RegularExpressions;
using VerifyTests;

namespace Glassbox.Testing.Snapshots;

/// <summary>Takes out of a snapshot what differs between machines and runs: paths, ids, times.</summary>
internal static partial class SnapshotScrubber
{
    public static string Scrub(string text, VerifySettings? settings)
    {
        var changed = new StringBuilder(text.ReplaceLineEndings("\n"));
        foreach (var scrubber in settings?.Scrubbers ?? []) scrubber(changed);

        var scrubbed = changed.ToString();
        // Longest first: the state folder may lie in the temporary one, and that below the home folder.
        foreach (var (path, name) in Places().OrderByDescending(place => place.Path.Length))
        {
            scrubbed = scrubbed.Replace(new Uri(path).AbsoluteUri, name, StringComparison.Ordinal).Replace(path, name, StringComparison.Ordinal);
        }

        scrubbed = TemporaryFolder().Replace(scrubbed, "{TempPath}/{Folder}");
        scrubbed = Numbered(Guid(), scrubbed, "Guid");
        scrubbed = Numbered(Time(), scrubbed, "DateTime");
        return Duration().Replace(scrubbed, "{Duration}");
    }

    private static IEnumerable<(string Path, string Name)> Places()
    {
        yield return (Path.TrimEndingDirectorySeparator(Repository.Root), "{RepositoryRoot}");
        yield return (Path.TrimEndingDirectorySeparator(Path.GetTempPath()), "{TempPath}");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (home.Length > 1) yield return (home, "{UserProfile}");
    }

    private static string Numbered(Regex pattern, string text, string name)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        return pattern.Replace(text, match =>
        {
            if (!seen.TryGetValue(match.Value, out var number)) seen[match.Value] = number = seen.Count + 1;
            return $"{name}_{number}";
        });
    }

    [GeneratedRegex(@"\{TempPath\}/[\w.-]+", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex TemporaryFolder();

    [GeneratedRegex(@"\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Guid();

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Time();

    [GeneratedRegex(@"\b\d+(?:\.\d+)? ms\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Duration();
}
