using System.Text.Json;
using System.Text.Json.Nodes;
using Glassbox.Bench.Generation;
using Glassbox.Bench.Measuring;
using Glassbox.Bench.Workloads;

namespace Glassbox.Bench.Scenarios;

/// <summary>A statement is begun, and at its dot the editor asks how it might go on.</summary>
internal sealed class GhostScenario(IReadOnlyList<TypingSite> sites) : IScenario
{
    private readonly Dictionary<Session, (int All, int Filled)> answers = [];

    /// <inheritdoc/>
    public string Name => "ghost text";

    /// <inheritdoc/>
    public int Count(int runs) => Math.Max(10, runs / 2);

    /// <inheritdoc/>
    public async Task SampleAsync(Session session, int number)
    {
        var dice = new Dice((ulong)number + 1);
        var site = sites[number % sites.Count];
        var (document, at) = await session.BeginLineAsync(site, site.Beginning + site.Receiver);
        await TypingScenario.PauseAsync(dice);
        var keystroke = await document.TypeAsync(at, ".");
        var parameters = document.At(at + 1);
        parameters["context"] = new JsonObject { ["triggerKind"] = 2 };
        var answer = await session.Server.AskAsync("textDocument/inlineCompletion", parameters);

        var samples = session.Tally[Row.Ghost];
        samples.Add(answer.Since(keystroke));
        if (answer.ErrorCode() is { } code) samples.AddWrong($"{Path.GetFileName(site.Path)}: error {code}");
        var items = answer.Result() is { ValueKind: JsonValueKind.Object } result ? result.GetProperty("items") : answer.Result();
        var (all, filled) = answers.GetValueOrDefault(session);
        answers[session] = (all, filled) = (all + 1, filled + (items.ValueKind == JsonValueKind.Array && items.GetArrayLength() > 0 ? 1 : 0));
        samples.Remark = $"{filled} of {all} answers had a text";

        await TypingScenario.PauseAsync(dice);
        await Session.EndLineAsync(document, site);
    }
}
