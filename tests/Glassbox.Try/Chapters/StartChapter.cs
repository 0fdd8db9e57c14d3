using System.Text.Json.Nodes;
using Glassbox.Testing.Wire;
using Glassbox.Try.Screen;
using Glassbox.Try.Tour;

namespace Glassbox.Try.Chapters;

/// <summary>The process starts, says what it can, and reads the solution while it is already of use.</summary>
internal sealed class StartChapter : IChapter
{
    private static readonly (string Method, string Capability, string Words)[] Offers =
    [
        ("textDocument/completion", "completionProvider", "completion"),
        ("textDocument/inlineCompletion", "inlineCompletionProvider", "ghost text"),
        ("textDocument/diagnostic", "diagnosticProvider", "findings"),
        ("textDocument/codeAction", "codeActionProvider", "fixes"),
        ("textDocument/hover", "hoverProvider", "explanations"),
    ];

    /// <inheritdoc/>
    public string Title => "The server starts";

    /// <inheritdoc/>
    public async Task RunAsync(Guide guide)
    {
        await guide.StepAsync("initialize is answered before anything is loaded", async step =>
        {
            var client = await step.AskAsync(() => LspClient.StartAsync(new LaunchOptions
            {
                Folders = [guide.Sample.Folder],
                Deadline = TimeSpan.FromSeconds(30),
            }));
            guide.Client = client;
            // An editor shows these; they are no failures of the tour.
            client.Log.Allow(message => message.Method == "window/showMessage");
            var name = (string?)client.InitializeResult["serverInfo"]?["name"] ?? "";
            Step.Expect(name.Contains("glassbox", StringComparison.OrdinalIgnoreCase), $"The server calls itself '{name}'.");
            step.Show(guide.Terminal.Paint(Ink.Dim, $"{name} {(string?)client.InitializeResult["serverInfo"]?["version"]}, columns in {client.Units.Name}"));
        });

        await guide.StepAsync("the solution is read as data: nothing of it was built or run", async step =>
        {
            var status = await step.AskAsync(() => LoadAsync(guide));
            var projects = status["projects"]!.AsArray().Select(project => (Name: (string)project!["name"]!, Documents: (int)project["documents"]!)).ToArray();
            step.Show(ProgressOf(guide.Client));
            step.Show(string.Join(guide.Terminal.Paint(Ink.Dim, " · "), projects.Select(project => $"{project.Name} {guide.Terminal.Paint(Ink.Dim, $"{project.Documents} files")}")));
            Step.ExpectSame(["Shop.Data", "Shop.Domain", "Shop.Web"], projects.Select(project => project.Name), "projects");
            var files = guide.Sample.Files("*.cs").Count();
            var documents = projects.Sum(project => project.Documents);
            Step.Expect(documents >= files, $"{documents} documents are known, of {files} files.");
        });

        await guide.StepAsync("it offers all that this tour needs", async step =>
        {
            await guide.Client.Deadline.UntilAsync("the server offers what is promised", () => Task.FromResult(Offers.All(offer => IsOffered(guide.Client, offer.Method, offer.Capability))));
            step.Show(guide.Terminal.Paint(Ink.Dim, string.Join(" · ", Offers.Select(offer => offer.Words))));
        });
    }

    private static bool IsOffered(LspClient client, string method, string capability) =>
        client.Capabilities[capability] is { } offered && offered.ToJsonString() != "false" || client.Answers.RegisteredMethods.Contains(method);

    private static Task<JsonObject> LoadAsync(Guide guide) => guide.Client.Deadline.UntilAsync<JsonObject>("everything is loaded", async () =>
    {
        guide.Terminal.Transient("     " + string.Concat(ProgressOf(guide.Client).Take(1)));
        var status = await guide.Client.StatusAsync();
        return (string?)status["state"] == "ready" ? status : null;
    });

    /// <summary>The progress as the editor's status line shows it: the last word of each piece of work.</summary>
    private static IEnumerable<string> ProgressOf(LspClient client)
    {
        var shown = client.Log.FromServer("$/progress").GroupBy(message => message.Params!["token"]!.ToJsonString(), StringComparer.Ordinal);
        foreach (var work in shown)
        {
            var values = work.Select(message => (JsonObject)message.Params!["value"]!).ToArray();
            var title = values.Select(value => (string?)value["title"]).FirstOrDefault(text => text is not null) ?? "Working";
            var isDone = values.Any(value => (string?)value["kind"] == "end");
            var percent = isDone ? 100 : values.Select(value => (int?)value["percentage"]).LastOrDefault(number => number is not null) ?? 0;
            var last = values.Select(value => (string?)value["message"]).LastOrDefault(text => text is not null);
            yield return $"{new string('━', percent / 5)}{new string('─', 20 - (percent / 5))} {Terminal.Cut($"{title}{(last is null ? "" : ": " + last)}", 66)}";
        }
    }
}
