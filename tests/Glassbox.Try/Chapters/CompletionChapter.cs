using Glassbox.Testing.Wire;
using Glassbox.Try.Screen;
using Glassbox.Try.Tour;

namespace Glassbox.Try.Chapters;

/// <summary>Typing at a dot, narrowing, taking; and a type whose namespace is not imported.</summary>
internal sealed class CompletionChapter : IChapter
{
    private const string File = "Shop.Web/Services/OrderService.cs";

    /// <inheritdoc/>
    public string Title => "Typing";

    /// <inheritdoc/>
    public async Task RunAsync(Guide guide)
    {
        var terminal = guide.Terminal;
        var client = guide.Client;
        var document = await client.OpenAsync(File);
        var view = new SourceView(terminal, document);
        var saved = document.Text;
        var at = await client.TypeAsync(document, document.After("archive.Store(invoice);"), "\n        archive");
        var popup = new CompletionResult([], IsIncomplete: true, null);

        await guide.StepAsync("a dot: what an InvoiceArchive of another project can do", async step =>
        {
            popup = await step.AskAsync(async () =>
            {
                at = await client.TypeAsync(document, at, ".");
                return await client.CompleteAsync(document, at, '.');
            });
            step.Show(view.LineWithCursor(view.LineOf(at)));
            if (popup.Items.Count > 0) step.Show(PopupView.Draw(terminal, popup.Shown(), column: 22));
            string[] visible = ["Folder", "PathOf", "Store", "WriteIndex", "TryOpen", "Dispose"];
            string[] hidden = ["journal", "clock", "Serializer"];
            Step.Expect(visible.All(popup.Labels.Contains), $"Missing: {string.Join(", ", visible.Except(popup.Labels))}");
            Step.Expect(!hidden.Any(popup.Labels.Contains), $"Private, and offered: {string.Join(", ", hidden.Intersect(popup.Labels))}");
        });

        IReadOnlyList<CompletionItem> narrowed = [];
        await guide.StepAsync("two letters more, and one is left", async step =>
        {
            narrowed = await step.AskAsync(async () =>
            {
                foreach (var letter in "Wr")
                {
                    at = await client.TypeAsync(document, at, letter.ToString());
                    // A complete list is the editor's own to filter.
                    if (popup.IsIncomplete) popup = await client.CompleteAsync(document, at);
                }

                return popup.Shown("Wr");
            });
            step.Show(view.LineWithCursor(view.LineOf(at)));
            if (narrowed.Count > 0) step.Show(PopupView.Draw(terminal, narrowed, column: 22));
            Step.Expect(narrowed is [{ Label: "WriteIndex" }, ..], $"First is {(narrowed.Count > 0 ? narrowed[0].Label : "nothing")}.");
        });

        await guide.StepAsync("taken, with the words that stand beside it", async step =>
        {
            var resolved = await step.AskAsync(() => client.ResolveAsync(narrowed[0]));
            step.Show(terminal.Paint(Ink.Dim, $"{resolved.Detail}"));
            step.Show(Terminal.Wrap((resolved.Documentation ?? "").ReplaceLineEndings(" "), 90).Take(2).Select(line => terminal.Paint(Ink.Dim, line)));
            Step.Expect(resolved.Documentation?.Contains("list of all invoices", StringComparison.Ordinal) == true, "The documentation comment of WriteIndex is not there.");
            await client.AcceptAsync(document, Retyped(document, resolved, at, "Wr".Length));
            var line = view.LineOf(document.After("        archive.WriteIndex"));
            step.Show(view.Line(line));
            Step.Expect(view.TextOf(line).Trim() is "archive.WriteIndex" or "archive.WriteIndex()", $"The line became: {view.TextOf(line)}");
        });

        await client.ReplaceAllAsync(document, saved);
        await guide.StepAsync("a type that is not imported yet brings its using along", async step =>
        {
            at = await client.TypeAsync(document, document.After("archive.Store(invoice);"), "\n        Stopw");
            var item = await step.AskUntilAsync(
                async () => (await client.CompleteAsync(document, at)).Shown("Stopw").FirstOrDefault(item => item.Label.StartsWith("Stopwatch", StringComparison.Ordinal)),
                item => item is not null);
            step.Show(view.LineWithCursor(view.LineOf(at)));
            Step.Expect(item is not null, "Stopwatch is not offered.");
            step.Show(PopupView.Draw(terminal, [item!], column: 14));
            if (item!.AdditionalTextEdits.Count == 0) item = await client.ResolveAsync(item);
            await client.AcceptAsync(document, item);
            step.Show(DiffView.Draw(terminal, saved, document.Text));
            Step.Expect(document.Text.Contains("\nusing System.Diagnostics;", StringComparison.Ordinal), "There is no using of System.Diagnostics at the top.");
        });

        await client.ReplaceAllAsync(document, saved);
        await client.CloseAsync(document);
    }

    // The list was asked for at the dot; an editor stretches the range of its items over what was typed since, and puts the cursor at
    // the stops of a snippet.
    private static CompletionItem Retyped(ClientDocument document, CompletionItem item, int cursor, int typed)
    {
        var json = item.Json.DeepClone().AsObject();
        json["textEdit"] = new System.Text.Json.Nodes.JsonObject { ["range"] = document.RangeOf(cursor - typed, cursor), ["newText"] = item.NewText.Replace("$1", "", StringComparison.Ordinal).Replace("$0", "", StringComparison.Ordinal) };
        return item with { Json = json };
    }
}
