using System.Globalization;

namespace Glassbox.Testing.Snapshots;

/// <summary>File names of snapshots.</summary>
internal static class SnapshotName
{
    // A deterministic build writes /_/ for the root of the repository into the names of its sources.
    private const string DeterministicRoot = "/_/";

    public static string SourceOnDisk(string sourceFile) =>
        !File.Exists(sourceFile) && sourceFile.StartsWith(DeterministicRoot, StringComparison.Ordinal)
            ? Repository.Combine(sourceFile[DeterministicRoot.Length..])
            : sourceFile;

    public static string Of(object? argument)
    {
        var text = Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "null";
        return string.Concat(text.Select(character => char.IsLetterOrDigit(character) || character is '-' or '.' ? character : '-'));
    }
}
