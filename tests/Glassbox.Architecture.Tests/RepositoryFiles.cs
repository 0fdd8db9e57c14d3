using System.Diagnostics;
using Glassbox.Testing;

namespace Glassbox.Architecture.Tests;

/// <summary>The files that are, or would be, in the repository.</summary>
internal static class RepositoryFiles
{
    private static readonly Lazy<IReadOnlyList<string>> Listed = new(List);

    /// <summary>Paths from the root with forward slashes: tracked files, and new ones that are not ignored.</summary>
    public static IReadOnlyList<string> All => Listed.Value;

    /// <summary>All project files but those of the samples.</summary>
    public static IEnumerable<string> Projects => All.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal) && !path.StartsWith("samples/", StringComparison.Ordinal));

    /// <summary>The C# sources below a folder.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        All.Where(path => path.StartsWith(folder, StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary>A file's text.</summary>
    public static string Read(string path) => File.ReadAllText(Repository.Combine(path));

    private static IReadOnlyList<string> List()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("git did not start.");
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        if (git.ExitCode != 0) throw new InvalidOperationException($"git ls-files ended with {git.ExitCode}.");
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(path => File.Exists(Repository.Combine(path))).Order(StringComparer.Ordinal)];
    }
}
