using System.Text.Json.Nodes;

namespace Glassbox.Testing.Wire;

/// <summary>What a client says to a request of the server.</summary>
public abstract record ServerRequestAnswer
{
    private ServerRequestAnswer()
    {
    }

    /// <summary>A result, null included.</summary>
    public sealed record Result(JsonNode? Value) : ServerRequestAnswer;

    /// <summary>An error.</summary>
    public sealed record Error(int Code, string Text) : ServerRequestAnswer;

    /// <summary>No answer, ever.</summary>
    public sealed record Silence : ServerRequestAnswer;

    /// <summary>The usual answer to a request that asks for nothing.</summary>
    public static ServerRequestAnswer Null { get; } = new Result(null);
}
