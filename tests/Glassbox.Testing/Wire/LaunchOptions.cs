using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Glassbox.Testing.Wire;

/// <summary>How a server is started and what <c>initialize</c> says.</summary>
public sealed record LaunchOptions
{
    /// <summary>What the client can do.</summary>
    public ClientProfile Profile { get; init; } = ClientProfile.Full;

    /// <summary>What the two talk over.</summary>
    public WireTransport Transport { get; init; } = WireTransport.Stdio;

    /// <summary>Arguments after <c>lsp</c>.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Workspace folders as paths.</summary>
    public ImmutableArray<string> Folders { get; init; } = [];

    /// <summary>
    /// <c>initializationOptions.trusted</c>, left out where null. False unless a test is about it: nothing is asked, and no
    /// MSBuild slows the test.
    /// </summary>
    public bool? Trusted { get; init; } = false;

    /// <summary>The section <c>glassbox</c>: what <c>workspace/configuration</c> is answered with, and <c>initializationOptions.settings</c>.</summary>
    public JsonObject? Settings { get; init; }

    /// <summary>The user's state folder, or null for one of the client's own that goes away with it.</summary>
    public string? StateFolder { get; init; }

    /// <summary>Environment variables; null takes one away.</summary>
    public ImmutableDictionary<string, string?> Environment { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary><c>processId</c>: the test's own where null, <c>0</c> for JSON's null.</summary>
    public int? ParentProcess { get; init; }

    /// <summary><c>trace</c>.</summary>
    public string? Trace { get; init; }

    /// <summary>Changes what <c>initialize</c> sends.</summary>
    public Action<JsonObject>? ChangeInitialize { get; init; }

    /// <summary>What the client says to requests of the server.</summary>
    public ServerRequests Answers { get; init; } = new();

    /// <summary>The shared deadline of everything that is waited for.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(60);
}
