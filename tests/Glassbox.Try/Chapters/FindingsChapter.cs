using Glassbox.Testing.Wire;
using Glassbox.Try.Screen;
using Glassbox.Try.Tour;

namespace Glassbox.Try.Chapters;

/// <summary>What is wrong in a file, why, and what is wrong elsewhere.</summary>
internal sealed class FindingsChapter : IChapter
{
    private const string File = "Shop.Web/Controllers/ReportsController.cs";

    /// <inheritdoc/>
    public string Title => $"Findings in {File}";

    /// <inheritdoc/>
    public async Task RunAsync(Guide guide)
    {
        var client = guide.Client;
        var document = await client.OpenAsync(File);
        var view = new SourceView(guide.Terminal, document);
        IReadOnlyList<WireDiagnostic> findings = [];
        await guide.StepAsync("opened: each planted mistake is underlined, and nothing else", async step =>
        {
            findings = (await step.AskAsync(() => client.PullAsync(document))).Items;
            foreach (var finding in findings) step.Show(view.Finding(finding));
            Step.ExpectSame(
                guide.Planted.Where(planted => planted.Path == File), findings.Select(finding => PlantedFinding.Of(File, finding)), "findings");
        });

        await guide.StepAsync("the pointer rests on the first: why, by which way, what to do", async step =>
        {
            var first = findings[0];
            var text = await step.AskAsync(() => client.HoverAsync(document, document.OffsetsOf(first.Range).Start)) ?? "";
            if (text.Length > 0) step.Show(HoverView.Draw(guide.Terminal, text, column: 7));
            Step.Expect(text.Contains(first.Code, StringComparison.Ordinal), $"It does not speak of {first.Code}.");
            Step.Expect(text.Contains("CWE-", StringComparison.Ordinal), "It names no CWE.");
            Step.Expect(first.Related.Count > 0, "The flow has no places to jump to.");
        });
        await client.CloseAsync(document);

        await guide.StepAsync("the whole solution: all that was planted, nothing else", async step =>
        {
            var found = await step.AskAsync(async () => Located(guide, await client.PullWorkspaceAsync()));
            var paths = found.GroupBy(finding => finding.Rule, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal);
            step.Show(Terminal.Wrap(string.Join("  ", paths.Select(group => $"{group.Key}×{group.Count()}")), 90).Select(line => guide.Terminal.Paint(Ink.Warning, line)));
            Step.ExpectSame(guide.Planted, found, "findings");
            step.Show(guide.Terminal.Paint(Ink.Dim, $"{found.Count} of {guide.Planted.Count}; much else in the shop does the same things properly, and is not reported"));
        });
    }

    private static List<PlantedFinding> Located(Guide guide, IEnumerable<DocumentDiagnostics> reports) =>
        [.. reports.SelectMany(report => report.Items.Select(item => PlantedFinding.Of(guide.Sample.Relative(new Uri(report.Uri!).LocalPath), item)))];
}
