namespace Glassbox.Workspace.Evaluation;

/// <summary>An absolute MSBuild file pattern: <c>*</c> and <c>?</c> within a folder name, <c>**</c> for any number of folders.</summary>
internal sealed class Glob
{
    private static readonly StringComparison Comparison =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private readonly string[] segments;

    private Glob(string root, string[] segments)
    {
        Root = root;
        this.segments = segments;
    }

    /// <summary>The folder above the first wildcard, or the whole path where there is none.</summary>
    public string Root { get; }

    /// <summary>The pattern names exactly one file.</summary>
    public bool IsLiteral => segments.Length == 0;

    /// <summary>Reads a pattern, relative ones from <paramref name="directory"/>; null where it is no path.</summary>
    public static Glob? Parse(string pattern, string directory)
    {
        var text = pattern.Trim().Replace('\\', '/');
        if (text.Length == 0 || text.Contains('\0')) return null;
        var parts = text.Split('/');
        var wild = Array.FindIndex(parts, part => part.Contains('*') || part.Contains('?'));
        if (wild < 0) return new Glob(Path.GetFullPath(Path.Combine(directory, text)), []);
        var head = string.Join('/', parts[..wild]);
        if (wild > 0 && head.Length == 0) head = "/";
        return new Glob(
            Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(directory, head))),
            [.. parts[wild..].Where(part => part.Length > 0 && part != ".")]);
    }

    /// <summary>True when the pattern takes this absolute path.</summary>
    public bool Matches(string path)
    {
        if (IsLiteral) return path.Equals(Root, Comparison);
        var start = Root.EndsWith(Path.DirectorySeparatorChar) ? Root.Length : Root.Length + 1;
        if (path.Length < start || !path.StartsWith(Root, Comparison) || path[start - 1] != Path.DirectorySeparatorChar) return false;
        return Match(path.AsSpan(start), segments);
    }

    private static bool Match(ReadOnlySpan<char> path, ReadOnlySpan<string> pattern)
    {
        while (true)
        {
            if (pattern.Length == 0) return path.Length == 0;
            if (pattern[0] == "**")
            {
                if (pattern.Length == 1) return true;
                for (var rest = path; ;)
                {
                    if (Match(rest, pattern[1..])) return true;
                    var next = rest.IndexOf(Path.DirectorySeparatorChar);
                    if (next < 0) return false;
                    rest = rest[(next + 1)..];
                }
            }

            var end = path.IndexOf(Path.DirectorySeparatorChar);
            var segment = end < 0 ? path : path[..end];
            if (segment.Length == 0 || !MatchName(segment, pattern[0])) return false;
            path = end < 0 ? [] : path[(end + 1)..];
            pattern = pattern[1..];
        }
    }

    private static bool MatchName(ReadOnlySpan<char> name, ReadOnlySpan<char> pattern)
    {
        // "*.*" takes every name, with or without a dot, as it always has.
        if (pattern is "*.*") return true;
        int at = 0, star = -1, mark = 0, index = 0;
        while (at < name.Length)
        {
            if (index < pattern.Length && pattern[index] == '*')
            {
                star = index++;
                mark = at;
            }
            else if (index < pattern.Length && (pattern[index] == '?' || name[at..(at + 1)].Equals(pattern[index..(index + 1)], Comparison)))
            {
                index++;
                at++;
            }
            else if (star >= 0)
            {
                index = star + 1;
                at = ++mark;
            }
            else
            {
                return false;
            }
        }

        while (index < pattern.Length && pattern[index] == '*') index++;
        return index == pattern.Length;
    }
}
