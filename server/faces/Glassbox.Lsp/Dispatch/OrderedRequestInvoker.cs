using System.Threading.Channels;
using Glassbox.Contracts.Session;
using Newtonsoft.Json;
using OmniSharp.Extensions.JsonRpc;
using OmniSharp.Extensions.JsonRpc.Client;
using OmniSharp.Extensions.JsonRpc.Server;
using OmniSharp.Extensions.JsonRpc.Server.Messages;

namespace Glassbox.Lsp.Dispatch;

/// <summary>
/// Decides what waits for what. Notifications change state, one after the other, in the order of the stream. Requests
/// begin in that order too, so each sees every change before it and none after, but nothing waits for one to end. A
/// cancelled request is answered at once, whatever its handler still does.
/// </summary>
/// <remarks>
/// Workaround: OmniSharp 0.19.5's own invoker lets every notification wait for, or cancel, all requests in flight, and its
/// router writes each message's parameters out as text before it looks at them, which a large document feels. So the
/// methods in the table are called directly; the router gets what is OmniSharp's own.
/// </remarks>
internal sealed class OrderedRequestInvoker : RequestInvoker
{
    // Spec: LSP 3.17, LSPErrorCodes.RequestFailed; OmniSharp 0.19.5 does not know it.
    private const int RequestFailed = -32803;

    private readonly IRequestRouter<IHandlerDescriptor?> router;
    private readonly IOutputHandler output;
    private readonly MethodTable methods;
    private readonly Channel<Func<Task>> queue = Channel.CreateUnbounded<Func<Task>>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource ended = new();

    /// <summary>Starts the queue.</summary>
    public OrderedRequestInvoker(IRequestRouter<IHandlerDescriptor?> router, IOutputHandler output, MethodTable methods)
    {
        this.router = router;
        this.output = output;
        this.methods = methods;
        _ = Task.Run(RunAsync);
    }

    /// <inheritdoc/>
    public override RequestInvocationHandle InvokeRequest(IRequestDescriptor<IHandlerDescriptor?> descriptor, Request request)
    {
        var handle = new RequestInvocationHandle(request);
        queue.Writer.TryWrite(() =>
        {
            // Starts the request and lets go: only its synchronous beginning is part of the order.
            _ = AnswerAsync(descriptor, request, handle);
            return Task.CompletedTask;
        });
        return handle;
    }

    /// <inheritdoc/>
    public override void InvokeNotification(IRequestDescriptor<IHandlerDescriptor?> descriptor, Notification notification) =>
        queue.Writer.TryWrite(() =>
        {
            if (methods.FindNotification(notification.Method) is not { } method) return router.RouteNotification(descriptor, notification, ended.Token);
            method.Take(Parameters.Unwrap(notification.Params));
            return Task.CompletedTask;
        });

    /// <inheritdoc/>
    public override void Dispose()
    {
        queue.Writer.TryComplete();
        ended.Cancel();
    }

    private async Task RunAsync()
    {
        await foreach (var step in queue.Reader.ReadAllAsync())
        {
            try
            {
                await step();
            }
            catch (Exception failure)
            {
                // The dispatch boundary: a notification has no answer that could carry the error, and a defect in one
                // must not end the session. What the user typed is not part of these messages.
                methods.ReportFailure("A notification failed", failure);
            }
        }
    }

    private async Task AnswerAsync(IRequestDescriptor<IHandlerDescriptor?> descriptor, Request request, RequestInvocationHandle handle)
    {
        var cancelled = new TaskCompletionSource<ErrorResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        var token = handle.CancellationTokenSource.Token;
        await using var registration = token.Register(
            () => cancelled.TrySetResult(new ErrorResponse(new RequestCancelled(request.Id, request.Method))));
        var answer = RouteAsync(descriptor, request, token);
        var first = await Task.WhenAny(answer, cancelled.Task);
        output.Send((await first).Value);
        if (first != answer) await answer; // Its outcome is no longer wanted, but the handle must outlive it.
        handle.Dispose();
    }

    private async Task<ErrorResponse> RouteAsync(IRequestDescriptor<IHandlerDescriptor?> descriptor, Request request, CancellationToken token)
    {
        try
        {
            if (methods.FindRequest(request.Method) is not { } method) return await router.RouteRequest(descriptor, request, token);
            return new OutgoingResponse(request.Id, await method.AnswerAsync(Parameters.Unwrap(request.Params), token), request);
        }
        catch (OperationCanceledException)
        {
            return new RequestCancelled(request.Id, request.Method);
        }
        catch (RpcErrorException error)
        {
            return new RpcError(request.Id, request.Method, new ErrorMessage(error.Code, error.Message, error.Error));
        }
        catch (JsonException malformed)
        {
            return new RpcError(request.Id, request.Method, new ErrorMessage(ErrorCodes.InvalidParameters, malformed.Message));
        }
        catch (CoreUnavailableException)
        {
            return new RpcError(request.Id, request.Method, new ErrorMessage(RequestFailed, "The agent core is being restarted; ask again."));
        }
        catch (Exception failure)
        {
            // The dispatch boundary: names the method, never the user's text.
            methods.ReportFailure($"'{request.Method}' failed", failure);
            return new RpcError(
                request.Id, request.Method, new ErrorMessage(ErrorCodes.InternalError, $"'{request.Method}' failed: {failure.GetType().Name}"));
        }
    }
}
