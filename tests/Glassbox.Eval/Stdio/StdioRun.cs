using Glassbox.Contracts.Text;
using Glassbox.Eval.Outcomes;
using Glassbox.Testing.Timed;

namespace Glassbox.Eval.Stdio;

/// <summary>Asks the published server about places, as somebody would who types there.</summary>
internal sealed class StdioRun(Run run, CutTask task, HeldOutCopy copy, OutcomeFile file)
{
    /// <summary>Asks about every place that the file does not know yet.</summary>
    public async Task RunAsync(IReadOnlyList<Place> places)
    {
        var left = places.Where(place => file.Find(run, place) is null).ToList();
        if (left.Count == 0) return;
        if (left.Count < places.Count) await Console.Error.WriteLineAsync($"{run.Checkout} {run.Task}: {places.Count - left.Count} of {places.Count} places are known already.");
        await using var session = await EditorSession.StartAsync(copy.Folder);
        foreach (var ofFile in left.GroupBy(place => place.File)) await AskAsync(session, [.. ofFile]);
    }

    private async Task AskAsync(EditorSession session, List<Place> places)
    {
        var text = copy.TextOf(places[0].File);
        var lines = LineIndex.Of(text);
        BenchDocument? document = null;
        // Downwards: where everything below is cut off, nothing that was ever open holds what is still to be asked about.
        foreach (var (place, offset) in places.Select(place => (place, lines.OffsetAt(text, new TextPosition(place.Line - 1, place.Column - 1)))).OrderBy(one => one.Item2))
        {
            var cut = task.Cut(text, offset);
            var typed = LastTyped(text, offset);
            var before = cut.Remove(offset - typed.Length, typed.Length);
            if (document is null) document = await session.OpenAsync(copy.PathOf(place.File), before);
            else await document.ReplaceAsync(0, document.Text.Length, before);
            await session.SettleAsync();
            var keystroke = await document.TypeAsync(offset - typed.Length, typed);
            file.Add(run, place.Kind != PlaceKind.Line
                ? await AskForMemberAsync(session, document, place, offset, typed, keystroke)
                : await AskForLineAsync(session, document, place, offset, keystroke));
        }

        if (document is not null) await document.CloseAsync();
    }

    private static async Task<Outcome> AskForMemberAsync(EditorSession session, BenchDocument document, Place place, int offset, string typed, long keystroke)
    {
        // A space opens the popup in few places; where it does not, the user asks.
        var answer = await session.PopupAsync(document, offset, place.Kind == PlaceKind.Member ? typed : "");
        var labels = EditorSession.LabelsOf(answer).ToList();
        return new Outcome(place) { Offered = labels.Count, Rank = labels.IndexOf(place.Truth), Milliseconds = answer.Since(keystroke).TotalMilliseconds };
    }

    private static async Task<Outcome> AskForLineAsync(EditorSession session, BenchDocument document, Place place, int offset, long keystroke)
    {
        var answer = await session.GhostAsync(document, offset, isInvoked: false);
        var shown = EditorSession.GhostOf(answer, document, offset);
        var invoked = EditorSession.GhostOf(await session.GhostAsync(document, offset, isInvoked: true), document, offset);
        return new Outcome(place)
        {
            Shown = shown,
            Invoked = invoked,
            Confidence = shown.Length > 0 ? await session.ConfidenceAsync(document, offset) : 0,
            Milliseconds = answer.Since(keystroke).TotalMilliseconds,
        };
    }

    // The last keystroke before the question, which never splits a pair of surrogates; nothing at the beginning of a line.
    private static string LastTyped(string text, int offset)
    {
        if (offset == 0 || text[offset - 1] is '\r' or '\n') return "";
        var start = offset > 1 && char.IsLowSurrogate(text[offset - 1]) ? offset - 2 : offset - 1;
        return text[start..offset];
    }
}
