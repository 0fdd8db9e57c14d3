using System.Collections.Immutable;
using System.CommandLine;
using Glassbox.Cli.Session;
using Glassbox.Cli.Text;
using Glassbox.Contracts.Evaluation;

namespace Glassbox.Cli.Evaluate;

/// <summary><c>glassbox eval completion PATH</c>: what completion would do for the one who asks, on his own code.</summary>
internal sealed class EvalCommand(CommandLineServices services, CliTerminal terminal)
{
    private readonly Argument<string> path = SharedOptions.Path();
    private readonly Option<int> seed = SharedOptions.Count("--seed", "Chooses files and places; the same seed chooses the same ones.", 1);
    private readonly Option<int> files = SharedOptions.Count("--files", "How many files are held out at most; never more than a fifth.", 40);
    private readonly Option<int> places = SharedOptions.Count("--places", "How many places of each are asked about at most, for each task.", 12);
    private readonly Option<string> task = SharedOptions.Choice("--task", "What is measured.", ["all", .. EvaluationWords.Tasks]);
    private readonly Option<bool> trust = SharedOptions.Trust();
    private readonly Option<string> format = SharedOptions.Format("text", "json");
    private readonly Option<bool> noColor = SharedOptions.NoColor();

    /// <summary>The verb with its own verbs.</summary>
    public Command Build()
    {
        var completion = new Command("completion", "Hold files out, learn the rest, and say how often completion would have been right. Takes minutes; ends with 2 where it could not.")
        {
            path, seed, files, places, task, trust, format, noColor,
        };
        completion.SetAction((parsed, cancellationToken) =>
            Verb.RunAsync("eval completion", services.Version, terminal.Error, () => RunAsync(parsed, cancellationToken), cancellationToken));
        return new Command("eval", "Measure Glassbox on your own code, on your machine.") { completion };
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var target = Target.Of(parsed.GetRequiredValue(path), terminal.Folder);
        if (target.Document is not null) throw new UsageException("One file cannot be held out and learned from. Name a folder, a solution or a project.");
        var tasks = EvaluationWords.TasksOf(parsed.GetRequiredValue(task));
        var request = new CompletionEvaluationRequest(parsed.GetValue(seed), parsed.GetValue(files), parsed.GetValue(places), tasks);
        var report = await EvaluateAsync(target, SessionRequest.WithoutFindings(parsed.GetValue(trust), completes: false), request, cancellationToken);
        if (report.Rows.IsEmpty) throw new UsageException($"This version does not measure {parsed.GetValue(task)} yet.");
        if (report.Rows.All(row => row.Places == 0))
            throw new UsageException($"There is nothing to measure in {target.Root.Value}: no C# file was loaded that is long enough to be held out.");

        if (parsed.GetValue(format) == "json") EvaluationJson.Write(report, request, services.Version, target, terminal.Output);
        else EvaluationText.Write(report, target, new Ink(terminal.Output, terminal.OutputHasColors && !parsed.GetValue(noColor)));
        return ExitCode.Clean;
    }

    private async Task<CompletionEvaluationReport> EvaluateAsync(
        Target target, SessionRequest session, CompletionEvaluationRequest request, CancellationToken cancellationToken)
    {
        await using var opened = await CoreSession.OpenAsync(services, terminal, target, session, cancellationToken);
        return await opened.Core.EvaluateCompletionAsync(request, cancellationToken);
    }
}
