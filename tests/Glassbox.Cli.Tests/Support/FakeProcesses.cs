using Glassbox.Contracts.Processes;

namespace Glassbox.Cli.Tests.Support;

/// <summary>Programs that answer what they are told to; all others do not exist.</summary>
internal sealed class FakeProcesses : IProcessRunner
{
    public Dictionary<string, ProcessResult> Answers { get; } = [];

    public static ProcessResult Says(string output) => new(ProcessOutcome.Exited, 0, output, "", false, TimeSpan.Zero, null);

    public Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(Answers.GetValueOrDefault(request.Program) ?? new ProcessResult(ProcessOutcome.NotFound, null, "", "", false, TimeSpan.Zero, null));

    public string? Locate(string program) => Answers.ContainsKey(program) ? $"/usr/bin/{program}" : null;
}
