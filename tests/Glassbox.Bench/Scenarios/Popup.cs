using System.Text.Json;
using System.Text.Json.Nodes;
using Glassbox.Bench.Measuring;
using Glassbox.Bench.Workloads;
using Glassbox.Testing.Timed;

namespace Glassbox.Bench.Scenarios;

/// <summary>Asks for a popup and looks whether it holds the right answer.</summary>
internal static class Popup
{
    /// <summary>Types a dot and asks.</summary>
    /// <returns>From the keystroke to the answer, and the answer.</returns>
    public static async Task<(TimeSpan Took, Answer Answer)> TypeDotAsync(Session session, BenchDocument document, int at)
    {
        var keystroke = await document.TypeAsync(at, ".");
        var parameters = document.At(at + 1);
        parameters["context"] = new JsonObject { ["triggerKind"] = 2, ["triggerCharacter"] = "." };
        var answer = await session.Server.AskAsync("textDocument/completion", parameters);
        return (answer.Since(keystroke), answer);
    }

    /// <summary>Types a letter and asks again, as a client does where the list was incomplete.</summary>
    public static async Task<(TimeSpan Took, Answer Answer)> TypeLetterAsync(Session session, BenchDocument document, int at, char letter)
    {
        var keystroke = await document.TypeAsync(at, letter.ToString());
        var parameters = document.At(at + 1);
        parameters["context"] = new JsonObject { ["triggerKind"] = 3 };
        var answer = await session.Server.AskAsync("textDocument/completion", parameters);
        return (answer.Since(keystroke), answer);
    }

    /// <summary>True where the list has the member.</summary>
    public static bool Has(Answer answer, string member) => Labels(answer).Any(label => label == member || label.StartsWith(member + "(", StringComparison.Ordinal) || label.StartsWith(member + "<", StringComparison.Ordinal));

    /// <summary>Notes a list without the member.</summary>
    public static void Check(Samples samples, Answer answer, TypingSite site)
    {
        if (Has(answer, site.Member)) return;
        samples.AddWrong($"{Path.GetFileName(site.Path)}: {site.Receiver}. lacks {site.Member}, has {string.Join(' ', Labels(answer).Take(5))}{(answer.ErrorCode() is { } code ? $" (error {code})" : "")}");
    }

    private static IEnumerable<string> Labels(Answer answer)
    {
        var result = answer.Result();
        var items = result.ValueKind switch
        {
            JsonValueKind.Array => result,
            JsonValueKind.Object => result.GetProperty("items"),
            _ => default,
        };
        return items.ValueKind == JsonValueKind.Array ? items.EnumerateArray().Select(item => item.GetProperty("label").GetString() ?? "") : [];
    }
}
