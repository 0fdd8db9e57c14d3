namespace Glassbox.Cli.Sarif;

/// <summary>Paths as URIs: every character that is not plain is percent-encoded as UTF-8.</summary>
internal static class SarifUri
{
    /// <summary>A relative path with forward slashes.</summary>
    public static string Relative(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>An absolute path; a separator at its end is kept.</summary>
    public static string OfFile(string path)
    {
        var slashed = path.Replace('\\', '/');
        // \\server\share is an authority; C:\ is a first segment whose colon stands as it is.
        if (OperatingSystem.IsWindows() && slashed.StartsWith("//", StringComparison.Ordinal)) return $"file:{Relative(slashed)}";
        if (OperatingSystem.IsWindows() && slashed is [_, ':', ..]) return $"file:///{slashed[..2]}{Relative(slashed[2..])}";
        return $"file://{Relative(OperatingSystem.IsWindows() ? slashed : path)}";
    }
}
