namespace Glassbox.Cli;

/// <summary>What a verb ends with.</summary>
internal static class ExitCode
{
    /// <summary>Nothing is wrong.</summary>
    public const int Clean = 0;

    /// <summary>Something was found, or is left.</summary>
    public const int Findings = 1;

    /// <summary>It could not be done, or was asked for wrongly.</summary>
    public const int Failed = 2;

    /// <summary>The user stopped it: 128 and the number of SIGINT, as shells expect.</summary>
    public const int Cancelled = 130;
}
