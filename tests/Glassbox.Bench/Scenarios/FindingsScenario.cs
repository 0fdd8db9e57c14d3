using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Glassbox.Bench.Generation;
using Glassbox.Bench.Measuring;
using Glassbox.Bench.Workloads;
using Glassbox.Testing.Timed;

namespace Glassbox.Bench.Scenarios;

/// <summary>
/// One key makes a loop run one too far, and the findings are pulled until they say so; then the menu, the fix and the
/// explanation of that finding; then one key makes it well again.
/// </summary>
internal sealed class FindingsScenario(IReadOnlyList<TypingSite> sites) : IScenario
{
    private const string Rule = "GB3002";
    private const string Head = "var benchItems = new int[3]; for (var benchAt = 0; benchAt <";
    private const string Tail = " benchItems.Length; benchAt++) { System.Console.WriteLine(benchItems[benchAt]); }";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public string Name => "findings, fixes, hover";

    /// <inheritdoc/>
    public int Count(int runs) => Math.Max(8, runs / 3);

    /// <summary>Parameters of a pull.</summary>
    public static JsonObject PullParameters(BenchDocument document) => new() { ["textDocument"] = document.Identifier, ["identifier"] = "glassbox" };

    /// <inheritdoc/>
    public async Task SampleAsync(Session session, int number)
    {
        var dice = new Dice((ulong)number + 1);
        var site = sites[number % sites.Count];
        var (document, _) = await session.BeginLineAsync(site, site.Indent + Head + Tail);
        var key = site.LineStart + site.Indent.Length + Head.Length;
        await UntilAsync(session, document, site, isThere: false);
        await TypingScenario.PauseAsync(dice);

        var finding = await MeasureAsync(session, document, site, await document.TypeAsync(key, "="), isThere: true);
        if (finding is { } found)
        {
            await TypingScenario.PauseAsync(dice);
            await ActAsync(session, document, found);
            await HoverAsync(session, document, key);
        }

        await TypingScenario.PauseAsync(dice);
        await MeasureAsync(session, document, site, await document.ReplaceAsync(key, key + 1, ""), isThere: false);
        await Session.EndLineAsync(document, site);
    }

    private static async Task<JsonElement?> MeasureAsync(Session session, BenchDocument document, TypingSite site, long keystroke, bool isThere)
    {
        var samples = session.Tally[Row.Findings];
        var (answer, finding, pulls) = await UntilAsync(session, document, site, isThere);
        if (answer is null)
        {
            samples.AddWrong($"{Path.GetFileName(site.Path)}:{document.LineOf(site.LineStart) + 1}: {Rule} {(isThere ? "never came" : "never went")}");
            return null;
        }

        samples.Add(answer.Since(keystroke));
        if (pulls > 1) samples.Remark = "some answers were of an older text, and the next pull counts";
        return finding;
    }

    private static async Task<(Answer? Answer, JsonElement? Finding, int Pulls)> UntilAsync(Session session, BenchDocument document, TypingSite site, bool isThere)
    {
        var begin = Stopwatch.GetTimestamp();
        for (var pulls = 1; ; pulls++)
        {
            var answer = await session.Server.AskAsync("textDocument/diagnostic", PullParameters(document));
            var finding = Find(answer, document.LineOf(site.LineStart));
            if (finding is not null == isThere && answer.ErrorCode() is null) return (answer, finding, pulls);
            if (Stopwatch.GetElapsedTime(begin) > Patience) return (null, null, pulls);
            await Task.Delay(5);
        }
    }

    private static JsonElement? Find(Answer answer, int line)
    {
        if (answer.Result() is not { ValueKind: JsonValueKind.Object } report || !report.TryGetProperty("items", out var items)) return null;
        foreach (var item in items.EnumerateArray())
        {
            if (item.TryGetProperty("code", out var code) && code.ToString() == Rule && item.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32() == line) return item;
        }

        return null;
    }

    private static async Task ActAsync(Session session, BenchDocument document, JsonElement finding)
    {
        var json = JsonNode.Parse(finding.GetRawText())!;
        var answer = await session.Server.AskAsync("textDocument/codeAction", new JsonObject
        {
            ["textDocument"] = document.Identifier,
            ["range"] = json["range"]!.DeepClone(),
            ["context"] = new JsonObject { ["diagnostics"] = new JsonArray(json), ["triggerKind"] = 2 },
        });
        session.Tally[Row.Actions].Add(answer.Took);
        var list = answer.Result() is { ValueKind: JsonValueKind.Array } actions ? actions.EnumerateArray().ToArray() : [];
        var fix = Array.Find(list, action => action.TryGetProperty("kind", out var kind) && kind.GetString()!.StartsWith("quickfix", StringComparison.Ordinal) && !action.TryGetProperty("disabled", out _));
        if (fix.ValueKind != JsonValueKind.Object)
        {
            session.Tally[Row.Actions].AddWrong("no fix in the list");
            return;
        }

        var resolved = await session.Server.AskAsync("codeAction/resolve", JsonNode.Parse(fix.GetRawText()));
        session.Tally[Row.Resolve].Add(resolved.Took);
        if (resolved.Result() is not { ValueKind: JsonValueKind.Object } action || !action.TryGetProperty("edit", out _)) session.Tally[Row.Resolve].AddWrong("no edit in the resolved fix");
    }

    private static async Task HoverAsync(Session session, BenchDocument document, int offset)
    {
        var answer = await session.Server.AskAsync("textDocument/hover", document.At(offset));
        session.Tally[Row.Hover].Add(answer.Took);
        if (answer.Result() is not { ValueKind: JsonValueKind.Object }) session.Tally[Row.Hover].AddWrong("no explanation at the finding");
    }
}
