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
    private readonly Dictionary<string, Shown> shown = new(StringComparer.Ordinal);
    private int tokens;

    /// <summary>Reports one step.</summary>
    public void Report(WorkProgress progress)
    {
        if (!client().HasWorkDoneProgress) return;
        lock (gate)
        {
            if (!shown.TryGetValue(progress.WorkId, out var before))
            {
                if (progress.Stage != WorkStage.Begin) return; // Its beginning was another core's, and was ended with that.
                // Spec: a token is used once, and a core that was started anew counts its work from the beginning.
                var token = FormattableString.Invariant($"glassbox-{++tokens}");
                before = new Shown(token, CreateAsync(token));
            }

            var after = before with { Sent = SendAfterAsync(before, progress) };
            if (progress.Stage == WorkStage.End) shown.Remove(progress.WorkId);
            else shown[progress.WorkId] = after;
        }
    }

    /// <summary>The core is gone, and with it what it was doing.</summary>
    public void EndAll()
    {
        lock (gate)
        {
            foreach (var (work, _) in shown.ToList()) Report(new WorkProgress(work, WorkStage.End, "", "Interrupted.", null, CanCancel: false));
        }
    }

    /// <summary>The work behind a client's token, or null where it is over.</summary>
    public string? FindWork(string token)
    {
        lock (gate) return shown.FirstOrDefault(pair => pair.Value.Token == token).Key;
    }

    private async Task<bool> CreateAsync(string token)
    {
        // An answer of null is success; a refusal and a silence are not.
        var answer = await link.AskAsync(
            "window/workDoneProgress/create", new JObject { ["token"] = token }, Patience, CancellationToken.None, refused: JValue.CreateUndefined());
        return answer is not JValue { Type: JTokenType.Undefined };
    }

    private async Task<bool> SendAfterAsync(Shown before, WorkProgress progress)
    {
        if (!await before.Sent) return false;
        var value = new JObject { ["kind"] = progress.Stage.ToString().ToLowerInvariant() };
        if (progress.Stage == WorkStage.Begin)
        {
            value["title"] = progress.Title;
            value["cancellable"] = progress.CanCancel;
        }

        if (progress.Message is { } message) value["message"] = message;
        if (progress.Percent is { } percent && progress.Stage != WorkStage.End) value["percentage"] = percent;
        link.Notify("$/progress", new JObject { ["token"] = before.Token, ["value"] = value });
        return true;
    }

    private sealed record Shown(string Token, Task<bool> Sent);
}
