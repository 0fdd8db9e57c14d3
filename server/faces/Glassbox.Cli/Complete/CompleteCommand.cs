using System.Collections.Immutable;
using System.CommandLine;
using Glassbox.Cli.Session;
using Glassbox.Cli.Text;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Text;

namespace Glassbox.Cli.Complete;

/// <summary><c>glassbox complete FILE:LINE:COLUMN</c>: what an editor would be offered there, and why.</summary>
internal sealed class CompleteCommand(CommandLineServices services, CliTerminal terminal)
{
    private readonly Argument<string> place = new("FILE:LINE:COLUMN") { Description = "Where the cursor stands, counted from 1." };
    private readonly Option<bool> stdin = new("--stdin") { Description = "Read the file's unsaved text from standard input." };
    private readonly Option<string?> workspace = new("--workspace")
    {
        Description = "The folder that is learned from; without it the repository that the file is in, else its solution's or project's folder.", HelpName = "FOLDER",
    };

    private readonly Option<int> limit = SharedOptions.Count("--limit", "How many candidates are shown.", 20);
    private readonly Option<bool> trust = SharedOptions.Trust();
    private readonly Option<string> format = SharedOptions.Format("text", "json");
    private readonly Option<bool> noColor = SharedOptions.NoColor();

    /// <summary>The verb with its options.</summary>
    public Command Build()
    {
        var command = new Command("complete", "Show what completion offers at a place, best first, and why. Ends with 2 where it could not look.")
        {
            place, stdin, workspace, limit, trust, format, noColor,
        };
        command.SetAction((parsed, cancellationToken) =>
            Verb.RunAsync("complete", services.Version, terminal.Error, () => RunAsync(parsed, cancellationToken), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var cursor = CursorPlace.Parse(parsed.GetRequiredValue(place));
        var target = Target.OfDocument(cursor.File, parsed.GetValue(workspace), terminal.Folder);
        var path = target.Document!.Value;
        var text = parsed.GetValue(stdin)
            ? await TypedText.OfInputAsync(terminal.Input, cancellationToken)
            : await TypedText.OfFileAsync(cursor.File, path, cancellationToken);
        var position = cursor.In(text);

        var request = SessionRequest.WithoutFindings(parsed.GetValue(trust), completes: true);
        CompletionResult result;
        await using (var session = await CoreSession.OpenAsync(services, terminal, target, request, cancellationToken))
        {
            await session.Core.OpenDocumentAsync(new OpenedDocument(path, LanguageOf(path), 1, text), cancellationToken);
            await session.Core.WaitForLoadAsync(cancellationToken);
            session.Progress.Show("Learning");
            await session.Core.WaitForLearningAsync(cancellationToken);
            result = await AskAsync(session, path, position, parsed.GetValue(limit), cancellationToken);
        }

        if (parsed.GetValue(format) == "json") CompletionJson.Write(result, terminal.Output);
        else CompletionText.Write(result, new Ink(terminal.Output, terminal.OutputHasColors && !parsed.GetValue(noColor)));
        return ExitCode.Clean;
    }

    private async Task<CompletionResult> AskAsync(CoreSession session, DocumentPath path, TextPosition position, int most, CancellationToken cancellationToken)
    {
        var answer = await session.Core.CompleteAsync(new CompletionQuery(path, position, TriggerCharacter: null, IsExplicit: true), cancellationToken);
        var shown = ImmutableArray.CreateBuilder<ShownCandidate>();
        foreach (var candidate in answer.Candidates.Take(most))
            shown.Add(new ShownCandidate(candidate, await session.Core.DescribeAsync(new DescribeQuery(path, answer.AnswerId, candidate.Key), cancellationToken)));
        var ghosts = await session.Core.CompleteInlineAsync(new GhostTextQuery(path, position, IsExplicit: true, SelectedCompletion: null), cancellationToken);
        return new CompletionResult(Target.Display(path, terminal.Folder), position, answer, shown.ToImmutable(), ghosts);
    }

    // The engines go by the extension; the name matters only for C# in a file of another kind, which a command line cannot mean.
    private static string LanguageOf(DocumentPath path) => path.IsCSharp ? "csharp" : "plaintext";
}
