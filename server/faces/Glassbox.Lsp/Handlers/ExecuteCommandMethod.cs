using Glassbox.Lsp.Conversions;
using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;
using OmniSharp.Extensions.JsonRpc;

namespace Glassbox.Lsp.Handlers;

/// <summary><c>workspace/executeCommand</c>.</summary>
internal sealed class ExecuteCommandMethod(LspSession session) : IRequestMethod
{
    private const int InvalidParameters = -32602;

    /// <inheritdoc/>
    public string Name => "workspace/executeCommand";

    /// <inheritdoc/>
    public async Task<JToken?> AnswerAsync(JToken? parameters, CancellationToken cancellationToken)
    {
        var command = parameters.Required<string>("command");
        switch (command)
        {
            case Features.Reload:
                session.Core.Mutate(() => { }, core => core.ReloadAsync(CancellationToken.None));
                break;
            case Features.RestartCore:
                session.Core.Restart();
                break;
            case Features.Trust:
                session.TrustFolders((parameters.Optional<JToken>("arguments") ?? new JArray()).Select(uri => Uris.ToPath(uri.ToString())));
                break;
            case Features.Explain:
                return await new CompletionExplanation(session).AnswerAsync((parameters.Optional<JToken>("arguments") as JArray)?.FirstOrDefault(), cancellationToken);
            default:
                throw new RpcErrorException(InvalidParameters, new object(), $"The command '{command}' is not known.");
        }

        return null;
    }
}
