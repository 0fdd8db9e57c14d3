namespace Glassbox.Testing;

/// <summary>Where the repository is, seen from a test that runs in its output folder.</summary>
public static class Repository
{
    private static readonly Lazy<string> Found = new(Find);

    /// <summary>The folder that holds <c>Lsp.sln</c>.</summary>
    public static string Root => Found.Value;

    /// <summary>A path below <see cref="Root"/>.</summary>
    public static string Combine(params ReadOnlySpan<string> segments) => Path.Combine([Root, .. segments]);

    /// <summary>True where nobody watches, so that nothing may be accepted or left out silently.</summary>
    public static bool IsContinuousIntegration => IsSet("CI") || IsSet("GLASSBOX_CI");

    private static bool IsSet(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
        && value is not "0" && !value.Equals("false", StringComparison.OrdinalIgnoreCase);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Lsp.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Lsp.sln.");
    }
}
