using Newtonsoft.Json.Linq;
using OmniSharp.Extensions.JsonRpc;
using OmniSharp.Extensions.JsonRpc.Server;

namespace Glassbox.Lsp.Session;

/// <summary>What the server says to the client of its own accord.</summary>
internal sealed class ClientLink(Func<IResponseRouter> router, TimeProvider time)
{
    /// <summary>Sends a notification.</summary>
    public void Notify(string method, JToken parameters) => router().SendNotification(method, parameters);

    /// <summary>Asks the client.</summary>
    /// <returns>Its answer, or <paramref name="refused"/> where it refuses or does not answer in time.</returns>
    public async Task<JToken?> AskAsync(
        string method, JToken parameters, TimeSpan patience, CancellationToken cancellationToken, JToken? refused = null)
    {
        try
        {
            return await router().SendRequest(method, parameters).Returning<JToken?>(cancellationToken).WaitAsync(patience, time, cancellationToken);
        }
        catch (Exception refusal) when (refusal is TimeoutException or RequestException or RpcErrorException)
        {
            return refused;
        }
    }
}
