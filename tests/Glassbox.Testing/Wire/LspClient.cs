using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;

namespace Glassbox.Testing.Wire;

/// <summary>
/// An editor without a screen: starts a real server process, speaks the protocol with it, keeps its own documents. It
/// shares no code with the server.
/// </summary>
public sealed class LspClient : IAsyncDisposable
{
    private readonly LspProcess process;
    private readonly JsonRpcPeer peer;
    private readonly Dictionary<string, ClientDocument> documents = new(StringComparer.Ordinal);
    private readonly WireFolder? ownState;
    private List<string> folders;
    private bool isInitialized;
    private bool isEnded;

    private LspClient(LaunchOptions options, LspProcess process, WireFolder? ownState, Deadline deadline)
    {
        Options = options;
        this.process = process;
        this.ownState = ownState;
        Deadline = deadline;
        folders = [.. options.Folders];
        Answers = options.Answers;
        Answers.Settings ??= (JsonObject?)options.Settings?.DeepClone();
        Answers.Folders ??= () => FolderList(folders);
        Answers.ApplyEdit ??= async edit => await this.TryApplyAsync(edit);
        peer = new JsonRpcPeer(process.FromServer, process.ToServer, AnswerAsync);
    }

    /// <summary>How it was started.</summary>
    public LaunchOptions Options { get; }

    /// <summary>What the client says to requests of the server.</summary>
    public ServerRequests Answers { get; }

    /// <summary>By when everything must have come that this client waits for.</summary>
    public Deadline Deadline { get; private set; }

    /// <summary>Everything sent and received.</summary>
    public MessageLog Log => peer.Log;

    /// <summary>The connection, for messages that a well-behaved client would not send.</summary>
    public JsonRpcPeer Peer => peer;

    /// <summary>The server's process.</summary>
    public LspProcess Process => process;

    /// <summary>The answer to <c>initialize</c>.</summary>
    public JsonObject InitializeResult { get; private set; } = [];

    /// <summary>What the server announced in that answer.</summary>
    public JsonObject Capabilities => InitializeResult["capabilities"] as JsonObject ?? [];

    /// <summary>How columns are counted.</summary>
    public PositionUnits Units => PositionUnits.Named((string?)Capabilities["positionEncoding"]);

    /// <summary>The open documents.</summary>
    public IReadOnlyCollection<ClientDocument> Documents => documents.Values;

    /// <summary>The workspace's folders.</summary>
    public IReadOnlyList<string> Folders => folders;

    /// <summary>Starts a server, without <c>initialize</c>.</summary>
    public static async Task<LspClient> LaunchAsync(LaunchOptions options)
    {
        var deadline = Deadline.In(options.Deadline);
        var state = options.StateFolder is null ? WireFolder.Create("glassbox-state") : null;
        var environment = options.Environment.Add("GLASSBOX_STATE", options.StateFolder ?? state!.Path);
        var process = await LspProcess.StartAsync(
            options.Transport, options.Arguments, environment, options.Folders.FirstOrDefault(Directory.Exists), deadline);
        return new LspClient(options, process, state, deadline);
    }

    /// <summary>Starts a server and initializes it.</summary>
    public static async Task<LspClient> StartAsync(LaunchOptions options)
    {
        var client = await LaunchAsync(options);
        try
        {
            await client.InitializeAsync();
            return client;
        }
        catch (Exception failure) when (failure is WireException or LspErrorException)
        {
            var story = client.Story();
            await client.DisposeAsync();
            throw new WireException($"{failure.Message}\n{story}", failure);
        }
    }

    /// <summary>Sets a new deadline of the same length, for the next test of a shared server.</summary>
    public void RenewDeadline()
    {
        Deadline.Dispose();
        Deadline = Deadline.In(Options.Deadline);
    }

    /// <summary>Sends <c>initialize</c> and <c>initialized</c>.</summary>
    public async Task InitializeAsync()
    {
        InitializeResult = await RequestAsync("initialize", InitializeParams()) as JsonObject ?? throw new WireException("initialize must be answered by an object.");
        await NotifyAsync("initialized", new JsonObject());
        isInitialized = true;
    }

    /// <summary>What <c>initialize</c> sends.</summary>
    public JsonObject InitializeParams()
    {
        var initializationOptions = new JsonObject();
        if (Options.Trusted is { } trusted) initializationOptions["trusted"] = trusted;
        if (Options.Settings is not null) initializationOptions["settings"] = Options.Settings.DeepClone();
        var parameters = new JsonObject
        {
            ["processId"] = Options.ParentProcess switch { null => System.Environment.ProcessId, 0 => null, var id => id },
            ["clientInfo"] = new JsonObject { ["name"] = $"Glassbox.Testing ({Options.Profile.Name})", ["version"] = "1.0" },
            ["rootUri"] = folders.Count > 0 ? UriOf(folders[0]) : null,
            ["capabilities"] = Options.Profile.Capabilities,
            ["initializationOptions"] = initializationOptions,
            ["workspaceFolders"] = folders.Count > 0 ? FolderList(folders) : null,
        };
        if (Options.Trace is { } trace) parameters["trace"] = trace;
        Options.ChangeInitialize?.Invoke(parameters);
        return parameters;
    }

    /// <summary>Sends a request and waits for its result, at most until the deadline.</summary>
    /// <exception cref="LspErrorException">It was answered with an error.</exception>
    public async Task<JsonNode?> RequestAsync(string method, JsonNode? parameters)
    {
        var request = await peer.SendRequestAsync(method, parameters);
        return await Deadline.WaitAsync(request.Result, $"the answer to {method} (#{request.Id})");
    }

    /// <summary>Sends a request without waiting.</summary>
    public Task<PendingRequest> SendRequestAsync(string method, JsonNode? parameters) => peer.SendRequestAsync(method, parameters);

    /// <summary>Sends a request that must be answered with an error, and returns that.</summary>
    public async Task<LspErrorException> ErrorAsync(string method, JsonNode? parameters)
    {
        var request = await peer.SendRequestAsync(method, parameters);
        return await request.ErrorAsync(Deadline);
    }

    /// <summary>Sends a notification.</summary>
    public Task NotifyAsync(string method, JsonNode? parameters) => peer.SendNotificationAsync(method, parameters);

    /// <summary>Takes a request back.</summary>
    public Task CancelAsync(PendingRequest request) => NotifyAsync("$/cancelRequest", new JsonObject { ["id"] = request.Id });

    /// <summary>Waits for a notification or request of the server, one that came already or the next.</summary>
    public Task<WireMessage> WaitAsync(string method, string what, Func<JsonNode?, bool>? match = null, int after = 0) =>
        Log.WaitAsync(method, what, Deadline, match, after);

    /// <summary>Waits for a <c>window/showMessage</c> that holds all of these words, in any case.</summary>
    public async Task<string> ShownMessageAsync(params string[] words)
    {
        var message = await WaitAsync("window/showMessage", $"a message with: {string.Join(", ", words)}", Holds);
        return (string)message.Params!["message"]!;

        bool Holds(JsonNode? parameters) => (string?)parameters?["message"] is { } text && words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A document that is open already.</summary>
    public ClientDocument? Find(string uri) => documents.GetValueOrDefault(uri);

    internal void Keep(ClientDocument document) => documents[document.Uri] = document;

    internal void Forget(ClientDocument document) => documents.Remove(document.Uri);

    internal void SetFolders(IEnumerable<string> now) => folders = [.. now];

    /// <summary>The URI of a path, as editors write it.</summary>
    public static string UriOf(string path) => new Uri(path).AbsoluteUri;

    /// <summary>A path below the first folder.</summary>
    public string PathOf(string relative) => Path.GetFullPath(Path.Combine(folders[0], relative.TrimStart('/')));

    /// <summary>Cuts the connection without a word, as an editor does that crashes.</summary>
    public void CutConnection()
    {
        peer.ExpectEnd();
        process.CloseInput();
    }

    /// <summary>Shuts the server down as the specification asks, and checks that it ends well.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        isEnded = true;
        if (process.HasExited) return await process.ExitAsync(Deadline);
        await RequestAsync("shutdown", null);
        peer.ExpectEnd();
        await NotifyAsync("exit", null);
        return await process.ExitAsync(Deadline);
    }

    /// <summary>Ends the server where the test did not, and says what was not right: nothing when all is well.</summary>
    public async Task<IReadOnlyList<string>> FinishAsync()
    {
        var problems = new List<string>();
        try
        {
            if (isInitialized && !isEnded && !process.HasExited && await EndAsync() is not 0 and var code)
            {
                problems.Add($"exit code {code} after shutdown and exit");
            }
        }
        catch (Exception failure) when (failure is WireException or LspErrorException)
        {
            problems.Add($"did not end well: {failure.Message}");
        }

        return [.. problems, .. Log.TakeUnexpected()];
    }

    /// <summary>What happened, for the report of a failure: the last messages, and standard error.</summary>
    public string Story(int messages = 25)
    {
        var all = Log.All;
        var story = new StringBuilder($"The last {Math.Min(messages, all.Count)} of {all.Count} messages:\n");
        foreach (var message in all.Skip(all.Count - messages)) story.Append(message).Append('\n');
        var error = process.StandardError;
        story.Append("stderr:\n").Append(error.Length > 8000 ? "…" + error[^8000..] : error);
        return story.ToString();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        await peer.DisposeAsync();
        Deadline.Dispose();
        ownState?.Dispose();
    }

    internal static JsonArray FolderList(IEnumerable<string> paths) =>
        new([.. paths.Select(path => (JsonNode)new JsonObject { ["uri"] = UriOf(path), ["name"] = Path.GetFileName(Path.TrimEndingDirectorySeparator(path)) })]);

    private async Task<ServerRequestAnswer> AnswerAsync(string method, JsonNode? parameters)
    {
        try
        {
            if (await Answers.AnswerAsync(method, parameters) is { } answer) return answer;
            Log.AddFailure($"asks for what no client announced: {method}");
            return new ServerRequestAnswer.Error(LspErrorException.MethodNotFound, $"Unknown: {method}");
        }
        catch (Exception failure) when (failure is WireException or NullReferenceException or InvalidOperationException or KeyNotFoundException)
        {
            Log.AddFailure($"a malformed {method}: {failure.Message}");
            return new ServerRequestAnswer.Error(LspErrorException.InvalidParams, failure.Message);
        }
    }
}
