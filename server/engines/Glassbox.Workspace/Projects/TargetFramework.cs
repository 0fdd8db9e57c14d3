using System.Globalization;

namespace Glassbox.Workspace.Projects;

/// <summary>A target framework moniker, taken apart.</summary>
/// <param name="Moniker">As the project writes it, lower case.</param>
/// <param name="Family">Which line of frameworks.</param>
/// <param name="Version">Its version.</param>
/// <param name="Platform">What follows the dash, such as <c>windows10.0.19041.0</c>; may be empty.</param>
internal sealed record TargetFramework(string Moniker, FrameworkFamily Family, Version Version, string Platform)
{
    private static readonly Version[] CoreVersions =
        [new(1, 0), new(1, 1), new(2, 0), new(2, 1), new(2, 2), new(3, 0), new(3, 1)];

    private static readonly Version[] StandardVersions =
        [new(1, 0), new(1, 1), new(1, 2), new(1, 3), new(1, 4), new(1, 5), new(1, 6), new(2, 0), new(2, 1)];

    private static readonly Version[] FrameworkVersions =
    [
        new(2, 0), new(3, 5), new(4, 0), new(4, 5), new(4, 5, 1), new(4, 5, 2), new(4, 6), new(4, 6, 1), new(4, 6, 2),
        new(4, 7), new(4, 7, 1), new(4, 7, 2), new(4, 8), new(4, 8, 1),
    ];

    /// <summary>The name that MSBuild calls <c>TargetFrameworkIdentifier</c>.</summary>
    public string Identifier => Family switch
    {
        FrameworkFamily.Core => ".NETCoreApp",
        FrameworkFamily.Standard => ".NETStandard",
        FrameworkFamily.Framework => ".NETFramework",
        _ => "",
    };

    /// <summary>What MSBuild calls <c>TargetFrameworkVersion</c>.</summary>
    public string VersionText => "v" + Version;

    /// <summary>Takes a moniker such as <c>net10.0-windows</c> or <c>net472</c> apart.</summary>
    public static TargetFramework Parse(string moniker)
    {
        var text = moniker.Trim().ToLowerInvariant();
        var dash = text.IndexOf('-');
        var platform = dash < 0 ? "" : text[(dash + 1)..];
        var name = dash < 0 ? text : text[..dash];
        if (name.StartsWith("netstandard") && Number(name["netstandard".Length..]) is { } standard)
            return new TargetFramework(text, FrameworkFamily.Standard, standard, platform);
        if (name.StartsWith("netcoreapp") && Number(name["netcoreapp".Length..]) is { } app)
            return new TargetFramework(text, FrameworkFamily.Core, app, platform);
        if (!name.StartsWith("net")) return new TargetFramework(text, FrameworkFamily.Other, new Version(0, 0), platform);
        var number = name[3..];
        if (number.Contains('.') && Number(number) is { Major: >= 5 } core)
            return new TargetFramework(text, FrameworkFamily.Core, core, platform);
        if (number.Length is 2 or 3 && number.All(char.IsAsciiDigit))
            return new TargetFramework(text, FrameworkFamily.Framework, Number(string.Join('.', number.ToCharArray()))!, platform);
        return Number(number) is { } framework
            ? new TargetFramework(text, FrameworkFamily.Framework, framework, platform)
            : new TargetFramework(text, FrameworkFamily.Other, new Version(0, 0), platform);
    }

    /// <summary>The framework of an old-style project's <c>TargetFrameworkVersion</c>, such as <c>v4.7.2</c>.</summary>
    public static TargetFramework OfFrameworkVersion(string version)
    {
        var parsed = Number(version.TrimStart('v', 'V')) ?? new Version(4, 8);
        return new TargetFramework("net" + parsed.ToString().Replace(".", ""), FrameworkFamily.Framework, parsed, "");
    }

    /// <summary>The one that a reader would want to see first: .NET before .NET Standard before .NET Framework, newest first.</summary>
    public static string Preferred(IEnumerable<string> monikers) =>
        monikers.Select(moniker => (moniker, parsed: Parse(moniker)))
            .OrderBy(pair => pair.parsed.Family)
            .ThenByDescending(pair => pair.parsed.Version)
            .ThenBy(pair => pair.parsed.Platform.Length > 0)
            .First().moniker;

    /// <summary>The symbols that the SDK defines for it.</summary>
    public IEnumerable<string> Constants()
    {
        var dotted = Version.ToString().Replace('.', '_');
        switch (Family)
        {
            case FrameworkFamily.Core when Version.Major >= 5:
                yield return "NET";
                yield return "NET" + dotted;
                yield return "NETCOREAPP";
                for (var major = 5; major <= Version.Major; major++) yield return string.Create(CultureInfo.InvariantCulture, $"NET{major}_0_OR_GREATER");
                foreach (var older in CoreVersions) yield return $"NETCOREAPP{older.ToString().Replace('.', '_')}_OR_GREATER";
                break;
            case FrameworkFamily.Core:
                yield return "NETCOREAPP";
                yield return "NETCOREAPP" + dotted;
                foreach (var older in CoreVersions.Where(older => older <= Version)) yield return $"NETCOREAPP{older.ToString().Replace('.', '_')}_OR_GREATER";
                break;
            case FrameworkFamily.Standard:
                yield return "NETSTANDARD";
                yield return "NETSTANDARD" + dotted;
                foreach (var older in StandardVersions.Where(older => older <= Version)) yield return $"NETSTANDARD{older.ToString().Replace('.', '_')}_OR_GREATER";
                break;
            case FrameworkFamily.Framework:
                yield return "NETFRAMEWORK";
                yield return "NET" + Version.ToString().Replace(".", "");
                foreach (var older in FrameworkVersions.Where(older => older <= Version)) yield return $"NET{older.ToString().Replace(".", "")}_OR_GREATER";
                break;
        }

        if (Platform.Length == 0) yield break;
        var system = new string([.. Platform.TakeWhile(char.IsAsciiLetter)]).ToUpperInvariant();
        yield return system;
        yield return $"NET{dotted}_{system}";
    }

    /// <summary>The C# version that the SDK chooses where the project names none, as <c>LangVersion</c> writes it.</summary>
    public string DefaultLanguageVersion() => Family switch
    {
        FrameworkFamily.Core when Version.Major >= 5 => string.Create(CultureInfo.InvariantCulture, $"{Version.Major + 4}.0"),
        FrameworkFamily.Core when Version.Major == 3 => "8.0",
        FrameworkFamily.Standard when Version >= new Version(2, 1) => "8.0",
        _ => "7.3",
    };

    private static Version? Number(string text) =>
        Version.TryParse(text.Contains('.') ? text : text + ".0", out var version) ? version : null;
}
