namespace Glassbox.Host;

/// <summary>Where Glassbox keeps what it must remember: trust, the ledger, what it learned.</summary>
internal static class StateFolder
{
    /// <summary><c>GLASSBOX_STATE</c>, else the platform's place for an application's state. Not created until it is written to.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("GLASSBOX_STATE") is { Length: > 0 } chosen) return System.IO.Path.GetFullPath(chosen);
        if (!OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } state)
        {
            return System.IO.Path.Combine(state, "glassbox");
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            ? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Glassbox")
            : System.IO.Path.Combine(home, ".local", "state", "glassbox");
    }
}
