using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Text;
using Glassbox.Lsp.Conversions;
using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Session;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary>The command <c>glassbox.explain</c>: why a popup is ordered as it is, and how sure the ghost text is.</summary>
internal sealed class CompletionExplanation(LspSession session)
{
    // What is seen of a popup without scrolling.
    private const int Candidates = 5;

    /// <summary>Explains a completion item, given its data, or a place.</summary>
    /// <exception cref="JsonSerializationException">The argument is neither.</exception>
    public Task<JToken?> AnswerAsync(JToken? argument, CancellationToken cancellationToken)
    {
        if (argument is not JObject) throw new JsonSerializationException("'arguments' must hold an item's data, or uri and position.");
        var path = Uris.ToPath(argument.Required<string>("uri"));
        return argument["key"] is not null
            ? OfItemAsync(path, argument.Required<long>("answer"), argument.Required<string>("key"), cancellationToken)
            : OfPlaceAsync(path, session.Mirror.ToUtf16(path, argument.Position()), cancellationToken);
    }

    private async Task<JToken?> OfItemAsync(DocumentPath path, long answer, string key, CancellationToken cancellationToken) =>
        await session.Core.Core.DescribeAsync(new DescribeQuery(path, answer, key), cancellationToken) is { } description
            ? new JObject { ["why"] = description.Why, ["detail"] = description.Detail }
            : null;

    private async Task<JToken?> OfPlaceAsync(DocumentPath path, TextPosition position, CancellationToken cancellationToken)
    {
        var core = session.Core.Core;
        var popup = await core.CompleteAsync(new CompletionQuery(path, position, TriggerCharacter: null, IsExplicit: true), cancellationToken);
        var candidates = new JArray();
        foreach (var candidate in popup.Candidates.Take(Candidates))
        {
            var description = await core.DescribeAsync(new DescribeQuery(path, popup.AnswerId, candidate.Key), cancellationToken);
            candidates.Add(new JObject { ["label"] = candidate.Label, ["why"] = description?.Why });
        }

        var ghosts = await core.CompleteInlineAsync(new GhostTextQuery(path, position, IsExplicit: true, SelectedCompletion: null), cancellationToken);
        if (candidates.Count == 0 && ghosts.IsEmpty) return null;
        var answer = new JObject { ["candidates"] = candidates };
        if (ghosts is [var best, ..])
        {
            answer["ghost"] = new JObject
            {
                ["insertText"] = best.Insert, ["confidence"] = best.Confidence, ["reasons"] = new JArray(best.Provenance.Reasons),
            };
        }

        return answer;
    }
}
