using Glassbox.Testing.Wire;
using Glassbox.Try.Screen;
using Glassbox.Try.Tour;

namespace Glassbox.Try.Chapters;

/// <summary>What this workspace writes next, learned from its own code on this machine.</summary>
internal sealed class GhostTextChapter : IChapter
{
    private const string File = "Shop.Data/ProductRepository.cs";

    /// <inheritdoc/>
    public string Title => "Ghost text, without a model";

    /// <inheritdoc/>
    public async Task RunAsync(Guide guide)
    {
        var client = guide.Client;
        var document = await client.OpenAsync(File);
        var view = new SourceView(guide.Terminal, document);
        await client.TypeAsync(
            document,
            document.Before("    public static async Task<IReadOnlyList<Product>> ReadAllAsync("),
            "    public async Task RemoveAsync(int id, CancellationToken cancellationToken)\n    {\n\n    }\n\n");
        var at = document.After("RemoveAsync(int id, CancellationToken cancellationToken)\n    {\n");

        foreach (var (typed, expected) in new[]
        {
            ("        await using var connection = ", "await database.OpenAsync("),
            ("\n        await using var command = ", "connection.CreateCommand("),
        })
        {
            await guide.StepAsync($"\"{typed.Trim()}\" goes on by itself", async step =>
            {
                at = await client.TypeAsync(document, at, typed);
                var items = await step.AskUntilAsync(() => client.InlineAsync(document, at), items => items.Count > 0);
                var line = view.LineOf(at);
                var ghost = items.Count > 0 ? (string)items[0]["insertText"]! : "";
                var start = items.Count > 0 && items[0]["range"] is { } range ? document.OffsetsOf(range).Start : at;
                var rest = ghost.Length > 0 ? ghost[Math.Min(ghost.Length, at - start)..] : "";
                step.Show(view.LineWithCursor(line, rest));
                Step.Expect(rest.Length > 0, "Nothing was suggested.");
                Step.Expect(rest.StartsWith(expected, StringComparison.Ordinal), $"Suggested, where the rest of the shop goes on with {expected}…: {rest}");
                // Tab takes it; what is still missing is typed.
                at = await client.TypeAsync(document, at, rest);
                var now = view.TextOf(line);
                if (!now.EndsWith(';')) at = await client.TypeAsync(document, at, Missing(now));
            });
        }

        await client.CloseAsync(document);
    }

    private static string Missing(string line) => line switch
    {
        _ when line.EndsWith('(') => "cancellationToken);",
        _ when line.EndsWith(')') => ";",
        _ => ");",
    };
}
