using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis;

namespace Glassbox.Completion.CSharp.Texts;

/// <summary>Files and directories, seen from the document and from its project.</summary>
internal static class PathEntries
{
    private const int Most = 500;

    private static readonly EnumerationOptions Listing = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.System };

    /// <summary>True where a string is a path: by the name of what takes it, or because <c>System.IO</c> takes it.</summary>
    public static bool Fit(ISymbol target)
    {
        var name = target.Name;
        if (name is "searchPattern" or "extension" or "contents" or "mode") return false;
        if (name is "path" or "fileName" or "filename" or "filePath" or "directory" or "folder" or "directoryName" or "folderPath" or "directoryPath") return true;
        if (name.EndsWith("FileName", StringComparison.Ordinal) || name.EndsWith("FilePath", StringComparison.Ordinal)) return true;
        return target is IParameterSymbol
            && target.ContainingType is { Name: "File" or "Directory" or "Path" or "FileInfo" or "DirectoryInfo", ContainingNamespace: { Name: "IO", ContainingNamespace.Name: "System" } }
            && name.StartsWith("path", StringComparison.Ordinal);
    }

    public static TextPopup? Of(StringPlace place, Document document)
    {
        var separator = place.Written.LastIndexOfAny(['/', '\\']);
        var folder = place.Written[..(separator + 1)];
        if (place.DoublesBackslashes) folder = folder.Replace(@"\\", @"\", StringComparison.Ordinal);

        // To list a share asks another machine, and tells it who is asking: no string of a document may do that.
        if (folder.Length > 1 && folder[0] is '/' or '\\' && folder[1] is '/' or '\\') return null;
        if (folder.Contains('\0', StringComparison.Ordinal) || place.Written.AsSpan(separator + 1).ContainsAny("\"*?<")) return null;
        var roots = Path.IsPathRooted(folder)
            ? [""]
            : new[] { Path.GetDirectoryName(document.FilePath), Path.GetDirectoryName(document.Project.FilePath) }.Where(root => !string.IsNullOrEmpty(root) && Path.IsPathRooted(root)).Distinct();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var entries = new List<PopupEntry>();
        foreach (var root in roots) Add(Path.Combine(root!, folder));
        return TextPopup.Of(place.Start + separator + 1, entries.OrderBy(entry => entry.Kind != CandidateKind.Folder).ThenBy(entry => entry.Label, StringComparer.OrdinalIgnoreCase));

        void Add(string path)
        {
            try
            {
                foreach (var entry in new DirectoryInfo(path).EnumerateFileSystemInfos("*", Listing).Take(Most))
                {
                    if (entries.Count < Most && seen.Add(entry.Name))
                        entries.Add(new PopupEntry(entry.Name, entry is DirectoryInfo ? CandidateKind.Folder : CandidateKind.File, 0));
                }
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or System.Security.SecurityException)
            {
                // There is nothing to offer from a directory that is not there or not ours.
            }
        }
    }
}
