using System.Text.Json;
using System.Text.Json.Nodes;
using Glassbox.Bench.Generation;
using Glassbox.Bench.Measuring;
using Glassbox.Bench.Workloads;
using Glassbox.Testing.Timed;

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
        var samples = session.Tally[Row.Ghost];
        var text = await AskAsync(session, document, at, ".", samples, site);
        var (all, filled) = answers.GetValueOrDefault(session);
        answers[session] = (all, filled) = (all + 1, filled + (text is null ? 0 : 1));
        samples.Remark = $"{filled} of {all} answers had a text";
        if (text is { Length: > 3 } && char.IsLetter(text[0]))
        {
            await TypingScenario.PauseAsync(dice);
            var rests = session.Tally[Row.GhostRest];
            var rest = await AskAsync(session, document, at + 1, text[..1], rests, site);
            if (rest != text[1..]) rests.AddWrong($"{Path.GetFileName(site.Path)}: '{text}' went on as '{rest}'");
        }

        await TypingScenario.PauseAsync(dice);
        await Session.EndLineAsync(document, site);
    }

    // Types a key and asks; null where there is no text.
    private static async Task<string?> AskAsync(Session session, BenchDocument document, int at, string key, Samples samples, TypingSite site)
    {
        var keystroke = await document.TypeAsync(at, key);
        var parameters = document.At(at + 1);
        parameters["context"] = new JsonObject { ["triggerKind"] = 2 };
        var answer = await session.Server.AskAsync("textDocument/inlineCompletion", parameters);
        samples.Add(answer.Since(keystroke));
        if (answer.ErrorCode() is { } code) samples.AddWrong($"{Path.GetFileName(site.Path)}: error {code}");
        var items = answer.Result() is { ValueKind: JsonValueKind.Object } result ? result.GetProperty("items") : answer.Result();
        return items.ValueKind == JsonValueKind.Array && items.GetArrayLength() > 0 ? items[0].GetProperty("insertText").GetString() : null;
    }
}
