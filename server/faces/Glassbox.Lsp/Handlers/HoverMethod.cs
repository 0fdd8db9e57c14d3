using Glassbox.Lsp.Conversions;
using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary><c>textDocument/hover</c>: explains a finding; the language's own server says the rest.</summary>
internal sealed class HoverMethod(LspSession session) : IRequestMethod
{
    /// <inheritdoc/>
    public string Name => "textDocument/hover";

    /// <inheritdoc/>
    public async Task<JToken?> AnswerAsync(JToken? parameters, CancellationToken cancellationToken)
    {
        var path = parameters.Document();
        var position = session.Mirror.ToUtf16(path, parameters.Position());
        if (await session.Core.Core.ExplainAsync(path, position, cancellationToken) is not { } explanation) return null;
        var markdown = session.Client.HasMarkdown;
        return new JObject
        {
            ["contents"] = new JObject
            {
                ["kind"] = markdown ? "markdown" : "plaintext",
                ["value"] = markdown ? explanation.Markdown : PlainText.FromMarkdown(explanation.Markdown),
            },
            ["range"] = session.Json.Range(path, explanation.Range),
        };
    }
}
