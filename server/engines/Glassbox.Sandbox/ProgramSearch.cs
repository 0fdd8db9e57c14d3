namespace Glassbox.Sandbox;

/// <summary>
/// Finds programs. The operating systems' own search also looks into the current folder, or into that of the running
/// program, where a repository could have put its own <c>git</c>.
/// </summary>
internal static class ProgramSearch
{
    /// <summary>The file for a name, in the absolute folders of <paramref name="searchPath"/>, or null.</summary>
    public static string? Find(string program, string? searchPath, string? extensions)
    {
        if (program.Length == 0 || program.Contains('\0')) return null;
        if (Path.IsPathFullyQualified(program)) return Candidates(program, extensions).FirstOrDefault(IsProgram);
        if (program.AsSpan().ContainsAny('/', '\\')) return null;

        return (searchPath ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(folder => folder.Trim('"'))
            .Where(Path.IsPathFullyQualified)
            .SelectMany(folder => Candidates(Path.Combine(folder, program), extensions))
            .FirstOrDefault(IsProgram);
    }

    private static IEnumerable<string> Candidates(string path, string? extensions)
    {
        if (!OperatingSystem.IsWindows()) return [path];
        var endings = (string.IsNullOrEmpty(extensions) ? ".EXE;.CMD;.BAT" : extensions).Split(';', StringSplitOptions.RemoveEmptyEntries);
        return Path.HasExtension(path) ? [path, .. endings.Select(ending => path + ending)] : endings.Select(ending => path + ending);
    }

    private static bool IsProgram(string path)
    {
        if (!File.Exists(path)) return false;
        if (OperatingSystem.IsWindows()) return true;
        const UnixFileMode anyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        try
        {
            return (File.GetUnixFileMode(path) & anyExecute) != 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
