using Glassbox.Contracts.Session;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Feedback;

/// <summary>Shows the core's work as the client's progress, in order, and only to clients that show progress.</summary>
internal sealed class WorkReporter(ClientLink link, Func<ClientProfile> client)
{
    // Spec: nothing may be reported before the client has answered `create`; one that never answers gets no progress.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Task<bool>> shown = new(StringComparer.Ordinal);

    /// <summary>Reports one step.</summary>
    public void Report(WorkProgress progress)
    {
        if (!client().HasWorkDoneProgress) return;
        lock (gate)
        {
            var before = shown.GetValueOrDefault(progress.WorkId) ?? CreateAsync(progress.WorkId);
            shown[progress.WorkId] = SendAfterAsync(before, progress);
            if (progress.Stage == WorkStage.End) shown.Remove(progress.WorkId);
        }
    }

    private async Task<bool> CreateAsync(string workId)
    {
        // A refusal and a silence look the same here: null. An answer of null is success, so the error must be told apart.
        var answer = await link.AskAsync(
            "window/workDoneProgress/create", new JObject { ["token"] = workId }, Patience, CancellationToken.None, refused: JValue.CreateUndefined());
        return answer is not JValue { Type: JTokenType.Undefined };
    }

    private async Task<bool> SendAfterAsync(Task<bool> before, WorkProgress progress)
    {
        if (!await before) return false;
        var value = new JObject { ["kind"] = progress.Stage.ToString().ToLowerInvariant() };
        if (progress.Stage == WorkStage.Begin)
        {
            value["title"] = progress.Title;
            value["cancellable"] = progress.CanCancel;
        }

        if (progress.Message is { } message) value["message"] = message;
        if (progress.Percent is { } percent && progress.Stage != WorkStage.End) value["percentage"] = percent;
        link.Notify("$/progress", new JObject { ["token"] = progress.WorkId, ["value"] = value });
        return true;
    }
}
