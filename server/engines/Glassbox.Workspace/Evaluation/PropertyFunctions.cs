using System.Globalization;
using Glassbox.Workspace.Projects;

namespace Glassbox.Workspace.Evaluation;

/// <summary>The property functions that need nothing but their arguments and, for two of them, the names of files.</summary>
internal static class PropertyFunctions
{
    /// <summary>A function of a type, such as <c>[MSBuild]::NormalizePath</c>; null where it is not one of ours.</summary>
    public static string? Static(string type, string name, List<string> arguments, PropertyTable properties) =>
        (type.ToLowerInvariant(), name.ToLowerInvariant(), arguments) switch
        {
            ("msbuild", "getpathoffileabove", [var file]) => FileAbove(file, properties.Text("MSBuildThisFileDirectory")),
            ("msbuild", "getpathoffileabove", [var file, var start]) => FileAbove(file, start),
            ("msbuild", "getdirectorynameoffileabove", [var start, var file]) => Path.GetDirectoryName(FileAbove(file, start)) ?? "",
            ("msbuild", "ensuretrailingslash", [var path]) => WithSlash(path),
            ("msbuild", "normalizepath", [.. var parts]) => FullPath(parts, properties),
            ("msbuild", "normalizedirectory", [.. var parts]) => FullPath(parts, properties) is { } path ? WithSlash(path) : null,
            ("msbuild", "makerelative", [var from, var to]) => Path.GetRelativePath(Slashes(from), Slashes(to)) + (to.EndsWith('/') || to.EndsWith('\\') ? "/" : ""),
            ("msbuild", "valueordefault", [var value, var other]) => value.Length > 0 ? value : other,
            ("msbuild", "isosplatform", [var system]) => Text(OperatingSystem.IsOSPlatform(system)),
            ("msbuild", "isosunixlike", []) => Text(!OperatingSystem.IsWindows()),
            ("msbuild", "gettargetframeworkidentifier", [var moniker]) => TargetFramework.Parse(moniker).Identifier,
            ("msbuild", "gettargetframeworkversion", [var moniker, ..]) => TargetFramework.Parse(moniker).Version.ToString(),
            ("msbuild", "gettargetplatformidentifier", [var moniker]) => new string([.. TargetFramework.Parse(moniker).Platform.TakeWhile(char.IsAsciiLetter)]),
            ("msbuild", "istargetframeworkcompatible", [var target, var candidate]) => Compatible(TargetFramework.Parse(target), TargetFramework.Parse(candidate)),
            ("msbuild", "versiongreaterthan", [var left, var right]) => Compare(left, right) is { } order ? Text(order > 0) : null,
            ("msbuild", "versiongreaterthanorequals", [var left, var right]) => Compare(left, right) is { } order ? Text(order >= 0) : null,
            ("msbuild", "versionlessthan", [var left, var right]) => Compare(left, right) is { } order ? Text(order < 0) : null,
            ("msbuild", "versionlessthanorequals", [var left, var right]) => Compare(left, right) is { } order ? Text(order <= 0) : null,
            ("msbuild", "versionequals", [var left, var right]) => Compare(left, right) is { } order ? Text(order == 0) : null,
            ("msbuild", "add", [var left, var right]) => Number(left) + Number(right) is { } sum ? sum.ToString(CultureInfo.InvariantCulture) : null,
            ("msbuild", "subtract", [var left, var right]) => Number(left) - Number(right) is { } difference ? difference.ToString(CultureInfo.InvariantCulture) : null,
            ("msbuild", "escape" or "unescape", [var text]) => text,
            ("system.io.path", "combine", [.. var parts]) => Path.Combine([.. parts.Select(Slashes)]),
            ("system.io.path", "getfullpath", [var path]) => FullPath([path], properties),
            ("system.io.path", "getfilename", [var path]) => Path.GetFileName(Slashes(path)),
            ("system.io.path", "getfilenamewithoutextension", [var path]) => Path.GetFileNameWithoutExtension(Slashes(path)),
            ("system.io.path", "getextension", [var path]) => Path.GetExtension(path),
            ("system.io.path", "getdirectoryname", [var path]) => Path.GetDirectoryName(Slashes(path)) ?? "",
            ("system.io.path", "directoryseparatorchar", []) => Path.DirectorySeparatorChar.ToString(),
            ("system.string" or "string", "isnullorempty", [var text]) => Text(text.Length == 0),
            ("system.string" or "string", "isnullorwhitespace", [var text]) => Text(string.IsNullOrWhiteSpace(text)),
            ("system.string" or "string", "isnullorempty" or "isnullorwhitespace", []) => Text(true),
            ("system.string" or "string", "equals", [var left, var right]) => Text(left == right),
            ("system.version" or "version", "parse", [var text]) => text,
            _ => null,
        };

    /// <summary>A member of a text, such as <c>Replace</c>; null where it is not one of ours.</summary>
    public static string? Instance(string value, string name, List<string> arguments) =>
        (name.ToLowerInvariant(), arguments) switch
        {
            ("replace", [{ Length: > 0 } old, var with]) => value.Replace(old, with),
            ("startswith", [var text]) => Text(value.StartsWith(text)),
            ("endswith", [var text]) => Text(value.EndsWith(text)),
            ("contains", [var text]) => Text(value.Contains(text)),
            ("equals", [var text]) => Text(value == text),
            ("indexof", [var text]) => value.IndexOf(text, StringComparison.Ordinal).ToString(CultureInfo.InvariantCulture),
            ("tolower" or "tolowerinvariant", []) => value.ToLowerInvariant(),
            ("toupper" or "toupperinvariant", []) => value.ToUpperInvariant(),
            ("trim", []) => value.Trim(),
            ("trim", [{ Length: 1 } letter]) => value.Trim(letter[0]),
            ("trimstart", [{ Length: > 0 } letters]) => value.TrimStart(letters.ToCharArray()),
            ("trimend", [{ Length: > 0 } letters]) => value.TrimEnd(letters.ToCharArray()),
            ("tostring", []) => value,
            ("length", []) => value.Length.ToString(CultureInfo.InvariantCulture),
            ("substring", [var start]) => Number(start) is { } from && from >= 0 && from <= value.Length ? value[(int)from..] : null,
            ("substring", [var start, var count]) =>
                Number(start) is { } from && Number(count) is { } length && from >= 0 && length >= 0 && from + length <= value.Length
                    ? value.Substring((int)from, (int)length)
                    : null,
            ("major", []) => Version.TryParse(value, out var version) ? version.Major.ToString(CultureInfo.InvariantCulture) : null,
            ("minor", []) => Version.TryParse(value, out var version) ? version.Minor.ToString(CultureInfo.InvariantCulture) : null,
            _ => null,
        };

    /// <summary>Backslashes are separators in project files everywhere.</summary>
    internal static string Slashes(string path) => OperatingSystem.IsWindows() ? path : path.Replace('\\', '/');

    private static string FileAbove(string file, string start)
    {
        if (file.Length == 0 || start.Length == 0) return "";
        for (var folder = Path.GetFullPath(Slashes(start)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var candidate = Path.Combine(folder, file);
            if (File.Exists(candidate)) return candidate;
        }

        return "";
    }

    private static string? FullPath(List<string> parts, PropertyTable properties)
    {
        var path = Path.Combine([properties.Text("MSBuildProjectDirectory"), .. parts.Select(Slashes)]);
        return path.Contains('\0') ? null : Path.GetFullPath(path);
    }

    private static string WithSlash(string path) =>
        path.Length == 0 || path.EndsWith('/') || path.EndsWith('\\') ? path : path + Path.DirectorySeparatorChar;

    private static string? Compatible(TargetFramework target, TargetFramework candidate) => (target.Family, candidate.Family) switch
    {
        (FrameworkFamily.Other, _) or (_, FrameworkFamily.Other) => null,
        var (left, right) when left == right => Text(target.Version >= candidate.Version && (candidate.Platform.Length == 0 || target.Platform.StartsWith(candidate.Platform))),
        (FrameworkFamily.Core, FrameworkFamily.Standard) => Text(target.Version.Major >= 3 || candidate.Version <= new Version(2, 0)),
        (FrameworkFamily.Framework, FrameworkFamily.Standard) => Text(target.Version >= new Version(4, 6, 1) && candidate.Version <= new Version(2, 0)),
        _ => Text(false),
    };

    private static int? Compare(string left, string right) =>
        ToVersion(left) is { } first && ToVersion(right) is { } second ? first.CompareTo(second) : null;

    private static Version? ToVersion(string text)
    {
        var trimmed = text.TrimStart('v', 'V');
        var dash = trimmed.IndexOfAny(['-', '+']);
        if (dash >= 0) trimmed = trimmed[..dash];
        if (!Version.TryParse(trimmed.Contains('.') ? trimmed : trimmed + ".0", out var version)) return null;
        return new Version(version.Major, version.Minor, Math.Max(0, version.Build), Math.Max(0, version.Revision));
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(bool value) => value ? "True" : "False";
}
