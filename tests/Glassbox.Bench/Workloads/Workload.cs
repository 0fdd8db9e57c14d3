using Glassbox.Bench.Generation;
using Glassbox.Testing.Wire;

namespace Glassbox.Bench.Workloads;

/// <summary>A solution to measure on.</summary>
internal sealed class Workload : IDisposable
{
    private readonly WireFolder? own;

    private Workload(string name, string folder, WireFolder? own, (string File, string Receiver) probe = default)
    {
        Probe = probe;
        Name = name;
        Folder = folder;
        this.own = own;
        Files = [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
        Lines = Files.Sum(path => File.ReadLines(path).Count());
        Projects = Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories).Count();
        if (Files.Count == 0) throw new WireException($"There is no C# in {folder}.");
    }

    /// <summary>As the table names it.</summary>
    public string Name { get; }

    /// <summary>Its folder.</summary>
    public string Folder { get; }

    /// <summary>Its C# files.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Lines of C#.</summary>
    public int Lines { get; }

    /// <summary>Projects.</summary>
    public int Projects { get; }

    /// <summary>Where a member of a type of another project can be typed: the end of a file's path, and a receiver in it; or nothing.</summary>
    public (string? File, string? Receiver) Probe { get; }

    /// <summary>A copy of the sample.</summary>
    public static Workload Shop()
    {
        var folder = WireFolder.CopyOfShop();
        return new Workload("Shop", folder.Path, folder, ("OrderService.cs", "archive"));
    }

    /// <summary>The generated solution.</summary>
    public static Workload Generated(int lines)
    {
        var folder = WireFolder.Create("glassbox-bench");
        GeneratedSolution.Write(folder.Path, lines);
        return new Workload("Generated", folder.Path, folder, ("RegionalOrderService.cs", "events"));
    }

    /// <summary>A folder of the user's, which is only read: edits stay in the editor's buffers.</summary>
    public static Workload At(string folder) => new(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), Path.GetFullPath(folder), null);

    /// <inheritdoc/>
    public void Dispose() => own?.Dispose();
}
