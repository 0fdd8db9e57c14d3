using System.Text.RegularExpressions;

namespace Glassbox.Bench.Workloads;

/// <summary>
/// Finds typing sites in any C#, without knowing the language: statements of one line, after a line that ends a statement
/// or opens a block, with a member of something that begins with a small letter. What is there already is the right answer.
/// </summary>
internal static partial class TypingSites
{
    /// <summary>Sites spread over a solution, the largest file included; the same ones every time.</summary>
    /// <param name="workload">Where.</param>
    /// <param name="files">In how many files.</param>
    /// <param name="each">How many in a file at most.</param>
    public static IReadOnlyList<TypingSite> Find(Workload workload, int files, int each)
    {
        var largest = workload.Files.MaxBy(path => new FileInfo(path).Length)!;
        var candidates = workload.Files.Select(path => (Path: path, Sites: In(path))).Where(file => file.Sites.Count >= 2 || file.Path == largest && file.Sites.Count > 0).ToArray();
        var step = Math.Max(1, candidates.Length / Math.Max(1, files - 1));
        var chosen = candidates.Where((file, index) => index % step == step / 2 && file.Path != largest).Take(files - 1).Concat(candidates.Where(file => file.Path == largest));
        return [.. chosen.SelectMany(file => Spread(file.Sites, each))];
    }

    /// <summary>The workload's own probe, or else the site that says least about its type: the one with the longest name.</summary>
    public static TypingSite Probe(Workload workload, IReadOnlyList<TypingSite> otherwise) =>
        workload.Files.Where(path => workload.Probe.File is { } name && Path.GetFileName(path) == name)
            .SelectMany(In)
            .FirstOrDefault(site => site.Receiver == workload.Probe.Receiver)
        ?? otherwise.MaxBy(site => site.Receiver.Length)!;

    private static List<TypingSite> In(string path)
    {
        var text = File.ReadAllText(path);
        var sites = new List<TypingSite>();
        var (start, before) = (0, "");
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            var line = text[start..end].TrimEnd('\r');
            if (before.Length > 0 && before[^1] is ';' or '{' or '}' && Statement.Match(line) is { Success: true } match)
            {
                sites.Add(new TypingSite(path, start, match.Groups["beginning"].Value, match.Groups["receiver"].Value, match.Groups["member"].Value));
            }

            if (line.Trim().Length > 0) before = line.Trim();
            start = end + 1;
        }

        return sites;
    }

    private static IEnumerable<TypingSite> Spread(List<TypingSite> sites, int most) =>
        sites.Where((_, index) => index % Math.Max(1, sites.Count / most) == 0).Take(most);

    [GeneratedRegex(
        """^(?<beginning>\s+(?:(?:await\ using\ |using\ )?var\ \w+\ =\ )?(?:return\ )?(?:await\ )?)(?<receiver>[a-z]\w*)\.(?<member>[A-Z]\w*)\b[^"]*;\s*$""",
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 2000)]
    private static partial Regex Statement { get; }
}
