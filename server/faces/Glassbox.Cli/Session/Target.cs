using Glassbox.Contracts.Text;

namespace Glassbox.Cli.Session;

/// <summary>What a path on the command line means.</summary>
/// <param name="Root">The folder of the session; reports name files relative to it.</param>
/// <param name="Solution">The solution or project to load, relative to the root; empty to find it.</param>
/// <param name="Document">The one document that is meant, or null for all.</param>
internal sealed record Target(DocumentPath Root, string Solution, DocumentPath? Document)
{
    /// <summary>Reads a path.</summary>
    /// <exception cref="UsageException">There is nothing there, or nothing that could be looked at.</exception>
    public static Target Of(string path, string currentFolder)
    {
        if (path.Length == 0 || path.Contains('\0')) throw new UsageException("The path is empty. Name a folder, a solution, a project or a C# file.");
        var full = Path.GetFullPath(path, currentFolder);
        if (Directory.Exists(full)) return new Target(DocumentPath.FromFile(Path.TrimEndingDirectorySeparator(full)), "", null);
        if (!File.Exists(full)) throw new UsageException($"{path} does not exist. Name a folder, a solution, a project or a C# file.");

        var folder = Path.GetDirectoryName(full)!;
        var name = Path.GetFileName(full);
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".sln" or ".slnx" or ".csproj" => new Target(DocumentPath.FromFile(folder), name, null),
            ".cs" or ".csx" => new Target(DocumentPath.FromFile(ProjectFolderOf(folder)), "", DocumentPath.FromFile(full)),
            _ => throw new UsageException(
                $"There is nothing to look at in {path}. Name a folder, a solution (.sln, .slnx), a project (.csproj) or a C# file (.cs)."),
        };
    }

    /// <summary>A document within the code that it belongs to, so that completion knows how that is written.</summary>
    /// <param name="path">The document; it need not exist.</param>
    /// <param name="workspace">The folder as the user named it, or null to find it: the repository, else the solution's, else the project's.</param>
    /// <param name="currentFolder">What relative paths are relative to.</param>
    /// <exception cref="UsageException">There is no such folder, or the document is not below it.</exception>
    public static Target OfDocument(string path, string? workspace, string currentFolder)
    {
        var full = Path.GetFullPath(path, currentFolder);
        var folder = Path.GetDirectoryName(full)!;
        if (!Directory.Exists(folder)) throw new UsageException($"{path} does not exist, nor does its folder.");
        var document = DocumentPath.FromFile(full);
        if (workspace is null) return new Target(DocumentPath.FromFile(CodeFolderOf(folder)), "", document);
        if (workspace.Length == 0 || workspace.Contains('\0') || !Directory.Exists(Path.GetFullPath(workspace, currentFolder)))
            throw new UsageException($"The folder '{Text.Printable.Of(workspace)}' does not exist.");
        var root = DocumentPath.FromFile(Path.TrimEndingDirectorySeparator(Path.GetFullPath(workspace, currentFolder)));
        return document.IsUnder(root) ? new Target(root, "", document) : throw new UsageException($"{path} is not in {workspace}.");
    }

    /// <summary>A path for people: relative to where they are, or whole where that would lead upwards.</summary>
    public static string Display(DocumentPath path, string currentFolder)
    {
        var folder = DocumentPath.FromFile(currentFolder);
        return path.IsUnder(folder) ? path.RelativeTo(folder) : path.Value;
    }

    /// <summary>A path for programs: relative to the root, or whole where it is not below it.</summary>
    public string Relative(DocumentPath path) => path.IsUnder(Root) ? path.RelativeTo(Root) : path.Value;

    private static string CodeFolderOf(string folder) =>
        NearestAbove(folder, at => at.EnumerateFileSystemInfos(".git").Any())
        ?? NearestAbove(folder, at => at.EnumerateFiles("*.sln*").Any(file => file.Extension is ".sln" or ".slnx"))
        ?? ProjectFolderOf(folder);

    /// <summary>The nearest folder above a file that has a project, so that the file binds against what it is compiled with.</summary>
    private static string ProjectFolderOf(string folder) => NearestAbove(folder, at => at.EnumerateFiles("*.csproj").Any()) ?? folder;

    private static string? NearestAbove(string folder, Func<DirectoryInfo, bool> matches)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            try
            {
                if (matches(at)) return at.FullName;
            }
            catch (Exception e) when (e is UnauthorizedAccessException or IOException)
            {
                // A folder that we may not read has nothing for us.
                break;
            }
        }

        return null;
    }
}
