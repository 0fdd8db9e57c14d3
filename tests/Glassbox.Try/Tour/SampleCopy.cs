using Glassbox.Testing;
using Glassbox.Testing.Wire;

namespace Glassbox.Try.Tour;

/// <summary>A copy of the sample under its own name, so that the tour spoils nothing and shows no odd folder.</summary>
internal sealed class SampleCopy : IDisposable
{
    private readonly WireFolder temporary = WireFolder.Create("glassbox-try");

    /// <summary>Copies the sample.</summary>
    public SampleCopy() => Copy(new DirectoryInfo(Original), Folder);

    /// <summary>The sample in the repository.</summary>
    public static string Original => Repository.Combine("samples", "Shop");

    /// <summary>The copy.</summary>
    public string Folder => temporary.PathOf("Shop");

    /// <summary>A path of the copy relative to it, with slashes.</summary>
    public string Relative(string path) => Path.GetRelativePath(Folder, path).Replace('\\', '/');

    /// <summary>All of its files.</summary>
    public IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(Folder, pattern, SearchOption.AllDirectories);

    /// <inheritdoc/>
    public void Dispose() => temporary.Dispose();

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in from.EnumerateFiles()) file.CopyTo(Path.Combine(to, file.Name));
        foreach (var child in from.EnumerateDirectories().Where(child => child.Name is not ("bin" or "obj"))) Copy(child, Path.Combine(to, child.Name));
    }
}
