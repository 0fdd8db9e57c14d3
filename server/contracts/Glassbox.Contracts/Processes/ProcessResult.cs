namespace Glassbox.Contracts.Processes;

/// <summary>What a program did.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="ExitCode">Its exit code, or null where it did not end by itself.</param>
/// <param name="Output">What it wrote to standard output, up to the limit.</param>
/// <param name="Error">What it wrote to standard error, up to the limit.</param>
/// <param name="IsTruncated">It wrote more than was kept.</param>
/// <param name="Duration">From its start to its end.</param>
/// <param name="Detail">What the operating system said of a failure to start, else null.</param>
public sealed record ProcessResult(
    ProcessOutcome Outcome, int? ExitCode, string Output, string Error, bool IsTruncated, TimeSpan Duration, string? Detail)
{
    /// <summary>It ended by itself with exit code 0.</summary>
    public bool Succeeded => Outcome == ProcessOutcome.Exited && ExitCode == 0;
}
