using System.Collections.Immutable;
using System.IO.Enumeration;

namespace Glassbox.Workspace.Evaluation;

/// <summary>One walk through a workspace folder: everything that loading looks for, found at once.</summary>
internal sealed class FileTree
{
    private const int MaxOtherFiles = 20_000;

    private static readonly HashSet<string> SkippedFolders = new(StringComparer.OrdinalIgnoreCase)
    {
        "bin", "obj", ".git", ".hg", ".svn", ".vs", ".vscode", ".idea", ".nuget", "node_modules", "bower_components",
        "artifacts", ".artifacts", "TestResults", "__pycache__", ".venv", "venv", ".gradle", ".terraform", ".next", "BenchmarkDotNet.Artifacts",
    };

    private static readonly HashSet<string> OtherExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".py", ".ts", ".tsx", ".js", ".jsx", ".mjs", ".java", ".kt", ".go", ".rs", ".rb", ".php", ".c", ".h", ".cpp", ".hpp", ".swift",
        ".md", ".yaml", ".yml", ".json", ".xml", ".html", ".css", ".scss", ".sql", ".sh", ".ps1", ".razor", ".cshtml", ".fs", ".vb",
        ".lua", ".toml", ".proto", ".graphql", ".tf", ".xaml",
    };

    private readonly string root;
    private readonly ImmutableArray<string> csharp;
    private readonly HashSet<string> excluded;

    private FileTree(string root, HashSet<string> excluded, ImmutableArray<string> csharp)
    {
        this.root = root;
        this.excluded = excluded;
        this.csharp = csharp;
    }

    /// <summary>Every C# file, in order of path.</summary>
    public ImmutableArray<string> CSharp => csharp;

    /// <summary>Every C# project file, in order of path.</summary>
    public ImmutableArray<string> Projects { get; private init; } = [];

    /// <summary>Every solution file, in order of path.</summary>
    public ImmutableArray<string> Solutions { get; private init; } = [];

    /// <summary>Text files of other languages, as many as are worth learning from.</summary>
    public ImmutableArray<string> Others { get; private init; } = [];

    /// <summary>C# files that are too long to be analyzed.</summary>
    public ImmutableHashSet<string> Oversized { get; private init; } = [];

    /// <summary>Walks a folder.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="exclude">Names of folders to leave out, beside the usual ones.</param>
    /// <param name="maxFileSizeKiB">What is longer is not analyzed.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public static FileTree Walk(string root, IEnumerable<string> exclude, int maxFileSizeKiB, CancellationToken cancellationToken)
    {
        var excluded = new HashSet<string>(exclude, StringComparer.OrdinalIgnoreCase);
        var csharp = new List<string>();
        var projects = new List<string>();
        var solutions = new List<string>();
        var others = new List<string>();
        var oversized = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var (path, length) in Enumerate(root, excluded))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var extension = Path.GetExtension(path).ToLowerInvariant();
            switch (extension)
            {
                case ".cs":
                    csharp.Add(path);
                    if (length > maxFileSizeKiB * 1024L) oversized.Add(path);
                    break;
                case ".csproj":
                    projects.Add(path);
                    break;
                case ".sln" or ".slnx" or ".slnf":
                    solutions.Add(path);
                    break;
                case not null when others.Count < MaxOtherFiles && length <= maxFileSizeKiB * 1024L && OtherExtensions.Contains(extension):
                    others.Add(path);
                    break;
            }
        }

        csharp.Sort(StringComparer.Ordinal);
        projects.Sort(StringComparer.Ordinal);
        solutions.Sort(StringComparer.Ordinal);
        others.Sort(StringComparer.Ordinal);
        return new FileTree(root, excluded, [.. csharp])
        {
            Projects = [.. projects],
            Solutions = [.. solutions],
            Others = [.. others],
            Oversized = oversized.ToImmutable(),
        };
    }

    /// <summary>An empty tree of a folder; patterns are then looked up in the file system.</summary>
    public static FileTree None { get; } = new("", [], []);

    /// <summary>The tree with a C# file that came since.</summary>
    public FileTree With(string path)
    {
        var at = csharp.BinarySearch(path, StringComparer.Ordinal);
        return at >= 0
            ? this
            : new FileTree(root, excluded, csharp.Insert(~at, path)) { Projects = Projects, Solutions = Solutions, Others = Others, Oversized = Oversized };
    }

    /// <summary>The C# files in a folder and below it.</summary>
    public IEnumerable<string> CSharpUnder(string folder)
    {
        // A project that compiles what lies outside the folder, or in one that the walk left out, is rare enough to be asked for.
        if (!IsWalked(folder))
        {
            return Directory.Exists(folder)
                ? Enumerate(folder, []).Select(file => file.Path).Where(path => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
                : [];
        }

        return Range(folder.EndsWith(Path.DirectorySeparatorChar) ? folder : folder + Path.DirectorySeparatorChar);
    }

    /// <summary>True for a file of a kind that is learned from though it is not C#.</summary>
    public static bool IsOtherText(string path) => OtherExtensions.Contains(Path.GetExtension(path));

    /// <summary>True when the walk would not have found a file of this path.</summary>
    public static bool IsSkipped(string path, string root, IEnumerable<string> exclude)
    {
        var relative = Path.GetRelativePath(root, Path.GetDirectoryName(path) ?? root);
        return relative != "." && relative.Split(Path.DirectorySeparatorChar).Any(part =>
            SkippedFolders.Contains(part) || exclude.Contains(part, StringComparer.OrdinalIgnoreCase));
    }

    private bool IsWalked(string folder)
    {
        if (root.Length == 0) return false;
        if (folder.Equals(root, StringComparison.Ordinal)) return true;
        return folder.StartsWith(root.EndsWith(Path.DirectorySeparatorChar) ? root : root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && !IsSkipped(Path.Combine(folder, "_"), root, excluded);
    }

    private IEnumerable<string> Range(string prefix)
    {
        var at = csharp.BinarySearch(prefix, StringComparer.Ordinal);
        for (at = at < 0 ? ~at : at; at < csharp.Length && csharp[at].StartsWith(prefix, StringComparison.Ordinal); at++)
            yield return csharp[at];
    }

    private static FileSystemEnumerable<(string Path, long Length)> Enumerate(string folder, HashSet<string> excluded) =>
        new(
            folder,
            static (ref FileSystemEntry entry) => (entry.ToFullPath(), entry.Length),
            new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Device })
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) =>
            {
                if ((entry.Attributes & FileAttributes.ReparsePoint) != 0) return false; // A link may lead in a circle.
                var name = entry.FileName.ToString();
                return !SkippedFolders.Contains(name) && !excluded.Contains(name);
            },
        };
}
