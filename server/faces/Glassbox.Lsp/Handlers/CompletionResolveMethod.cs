using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Session;
using Glassbox.Lsp.Conversions;
using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Session;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary><c>completionItem/resolve</c>: signature and documentation; the item comes back otherwise as it was.</summary>
internal sealed class CompletionResolveMethod(LspSession session) : IRequestMethod
{
    /// <inheritdoc/>
    public string Name => "completionItem/resolve";

    /// <inheritdoc/>
    public async Task<JToken?> AnswerAsync(JToken? parameters, CancellationToken cancellationToken)
    {
        var item = parameters as JObject ?? throw new JsonSerializationException("The item is missing.");
        if (item["label"]?.Type != JTokenType.String) throw new JsonSerializationException("'label' is missing or no text.");
        if (item["data"] is not JObject) return item; // Not one of ours, or its data got lost on the way.
        var query = new DescribeQuery(
            Uris.ToPath(item.Required<string>("data.uri")), item.Required<long>("data.answer"), item.Required<string>("data.key"));
        CandidateDescription? description;
        try
        {
            description = await session.Core.Core.DescribeAsync(query, cancellationToken);
        }
        catch (CoreUnavailableException)
        {
            return item;
        }

        if (description is null) return item;
        // The mark stands in the detail where the client shows nothing beside labels.
        var isMarked = item.Optional<string>("detail")?.StartsWith(CompletionItems.Mark, StringComparison.Ordinal) == true;
        if (description.Detail.Length > 0) item["detail"] = isMarked ? CompletionItems.Marked(description.Detail) : description.Detail;
        var parts = new[] { description.Documentation, description.Why is { } why ? $"*{why}*" : "" }.Where(part => part.Length > 0);
        var markdown = string.Join("\n\n", parts);
        if (markdown.Length > 0)
        {
            item["documentation"] = session.Client.HasMarkdownDocumentation
                ? new JObject { ["kind"] = "markdown", ["value"] = markdown }
                : PlainText.FromMarkdown(markdown);
        }

        return item;
    }
}
