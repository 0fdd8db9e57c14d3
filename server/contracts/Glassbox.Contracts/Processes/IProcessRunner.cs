namespace Glassbox.Contracts.Processes;

/// <summary>Starts programs. The only way in which anything but the core's own process is started.</summary>
public interface IProcessRunner
{
    /// <summary>
    /// Runs a program to its end. Never through a shell: every argument arrives as it was given. A program that cannot be
    /// started, or that exceeds a limit, is a result, not an exception.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller gave up; the program and all it started have been ended.</exception>
    Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// The file that a program's name means, looked for in the absolute folders of <c>PATH</c> and nowhere else: a program
    /// that lies in the folder being worked on is never taken. Null where there is none.
    /// </summary>
    string? Locate(string program);
}
