using System.Text.Json.Nodes;

namespace Glassbox.Testing.Wire;

/// <summary>One message, as it was recorded.</summary>
/// <param name="Sequence">Counts the messages of both directions in the order in which they were sent or came in.</param>
/// <param name="FromServer">False for what the client sent.</param>
/// <param name="Json">All of it.</param>
/// <param name="At">Since the connection was made.</param>
public sealed record WireMessage(int Sequence, bool FromServer, JsonObject Json, TimeSpan At)
{
    /// <summary>The method of a request or notification, or null for a response.</summary>
    public string? Method => (string?)Json["method"];

    /// <summary>The parameters, or null.</summary>
    public JsonNode? Params => Json["params"];

    /// <summary>True for a request or notification that no answer is due to.</summary>
    public bool IsNotification => Method is not null && !Json.ContainsKey("id");

    /// <summary>True for a request.</summary>
    public bool IsRequest => Method is not null && Json.ContainsKey("id");

    /// <summary>Somebody looked at it; what nobody looks at may fail the test, see <see cref="MessageLog.TakeUnexpected"/>.</summary>
    public bool IsConsumed { get; set; }

    /// <summary>One line, cut where it gets long.</summary>
    public override string ToString()
    {
        var text = Json.ToJsonString();
        return $"{Sequence,4} {At.TotalMilliseconds,7:0} ms {(FromServer ? "<--" : "-->")} {(text.Length > 400 ? text[..400] + "…" : text)}";
    }
}
