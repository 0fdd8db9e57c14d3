namespace Glassbox.Contracts.Processes;

/// <summary>Which variables a program is given.</summary>
public enum ProcessEnvironment
{
    /// <summary>All that this process has.</summary>
    Inherited,

    /// <summary>Only what a program needs to run at all (search path, home, temporary folder, language), so no keys and tokens.</summary>
    Minimal,
}
