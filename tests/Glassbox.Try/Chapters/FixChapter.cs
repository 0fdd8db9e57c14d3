using Glassbox.Testing.Wire;
using Glassbox.Try.Screen;
using Glassbox.Try.Tour;

namespace Glassbox.Try.Chapters;

/// <summary>A fix is chosen, checked by the server, taken, and the finding is gone; then a new mistake is typed.</summary>
internal sealed class FixChapter : IChapter
{
    private const string File = "Shop.Web/Controllers/ReportsController.cs";
    private const string Rule = "GB1001";
    private const string OtherFile = "Shop.Domain/Invoices/InvoiceCsv.cs";
    private const string OtherRule = "GB3002";

    /// <inheritdoc/>
    public string Title => "Fixing";

    /// <inheritdoc/>
    public async Task RunAsync(Guide guide)
    {
        await FixAsync(guide);
        await MistypeAsync(guide);
    }

    private static async Task FixAsync(Guide guide)
    {
        var (terminal, client) = (guide.Terminal, guide.Client);
        var document = await client.OpenAsync(File);
        var view = new SourceView(terminal, document);
        var before = await client.PullAsync(document);
        WireCodeAction? fix = null;
        await guide.StepAsync($"the light bulb at {Rule}", async step =>
        {
            var finding = before.Items.FirstOrDefault(item => item.Code == Rule);
            Step.Expect(finding is not null, $"There is no {Rule}.");
            var actions = await step.AskAsync(() => client.CodeActionsAsync(document, finding!));
            step.Show(view.Line((int)finding!.Range["start"]!["line"]!));
            foreach (var action in actions)
            {
                step.Show($"       {terminal.Paint(Ink.Warning, action.IsPreferred ? "➤" : "·")} {(action.IsPreferred ? terminal.Paint(Ink.Strong, action.Title) : action.Title)} {terminal.Paint(Ink.Dim, action.DisabledReason is { } reason ? $"not here: {reason}" : action.Kind ?? "")}");
            }

            fix = actions.FirstOrDefault(action => action is { IsPreferred: true, DisabledReason: null } && action.Kind?.StartsWith("quickfix", StringComparison.Ordinal) == true);
            Step.Expect(fix is not null, "No fix is preferred.");
        });

        var old = document.Text;
        await guide.StepAsync("taken: compiled on a copy and looked at again before it is handed out", async step =>
        {
            var resolved = await step.AskAsync(() => client.ResolveAsync(fix!));
            Step.Expect(resolved.Edit is not null, "It came without an edit.");
            var versions = (resolved.Edit!["documentChanges"]?.AsArray() ?? []).Select(change => (int?)change!["textDocument"]?["version"]).ToArray();
            Step.Expect(versions.Contains(document.Version), $"The edit is not bound to version {document.Version} of the text.");
            await client.ApplyAsync(resolved.Edit);
            step.Show(DiffView.Draw(terminal, old, document.Text));
            Step.Expect(document.Text != old, "Nothing changed.");
        });

        await guide.StepAsync("the finding is gone, the others stay, no new one came", async step =>
        {
            var after = await step.AskAsync(() => client.PullAsync(document));
            step.Show(after.Items.Select(item => $"  {terminal.Paint(Ink.Warning, "● " + item.Code)} {terminal.Paint(Ink.Dim, Terminal.Cut(item.Message, 82))}"));
            Step.ExpectSame(before.Items.Where(item => item.Code != Rule).Select(item => item.Code), after.Codes, "findings");
        });
        await client.CloseAsync(document);
    }

    private static async Task MistypeAsync(Guide guide)
    {
        var client = guide.Client;
        var document = await client.OpenAsync(OtherFile);
        var view = new SourceView(guide.Terminal, document);
        var known = await client.PullAsync(document);
        var at = document.After("i <= invoices.Length") - "= invoices.Length".Length;

        await guide.StepAsync($"one key: the \"=\" of {OtherRule} is deleted, and the line is well", async step =>
        {
            var now = await step.AskAsync(async () =>
            {
                await client.ReplaceAsync(document, at, at + 1, "");
                return await client.PullAsync(document, known.ResultId);
            });
            step.Show(view.Line(view.LineOf(at)));
            Step.ExpectSame(known.Codes.Where(code => code != OtherRule), now.Codes, "findings");
        });

        await guide.StepAsync("one key: it is typed again, and underlined again", async step =>
        {
            var now = await step.AskAsync(async () =>
            {
                await client.TypeAsync(document, at, "=");
                return await client.PullAsync(document);
            });
            foreach (var finding in now.Items) step.Show(view.Finding(finding));
            Step.ExpectSame(known.Codes, now.Codes, "findings");
        });
        await client.CloseAsync(document);
    }
}
