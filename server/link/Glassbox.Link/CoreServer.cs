using Glassbox.Contracts.Session;
using Nerdbank.Streams;
using StreamJsonRpc;

namespace Glassbox.Link;

/// <summary>Hosts a core for one face on the other end of a stream.</summary>
public static class CoreServer
{
    /// <summary>Serves until the stream closes, which is how a core learns that its face is gone.</summary>
    /// <param name="input">What the face says.</param>
    /// <param name="output">What the face is told.</param>
    /// <param name="createCore">Makes the session, given where its events go.</param>
    public static async Task RunAsync(Stream input, Stream output, Func<ICoreEvents, ICore> createCore)
    {
        using var rpc = CoreRpc.Create(FullDuplexStream.Splice(input, output));
        var events = rpc.Attach<ICoreEvents>();
        var core = createCore(events);
        rpc.AddLocalRpcTarget<ICore>(core, null);
        rpc.StartListening();
        try
        {
            await rpc.Completion;
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or ConnectionLostException)
        {
            // The face went away without a word; there is nobody left to tell.
        }
        finally
        {
            if (core is IAsyncDisposable disposable) await disposable.DisposeAsync();
        }
    }
}
