using System.Diagnostics;
using System.Text.Json;

namespace Glassbox.Testing.Timed;

/// <summary>A response, not yet read, and when its last byte was there.</summary>
/// <param name="Content">The message as it came.</param>
/// <param name="SentAt">When the request was written, as a timestamp of <see cref="Stopwatch"/>.</param>
/// <param name="ReceivedAt">When it was complete.</param>
public sealed record Answer(byte[] Content, long SentAt, long ReceivedAt)
{
    /// <summary>From the request to its answer.</summary>
    public TimeSpan Took => Stopwatch.GetElapsedTime(SentAt, ReceivedAt);

    /// <summary>From an earlier moment, such as a keystroke, to the answer.</summary>
    public TimeSpan Since(long begin) => Stopwatch.GetElapsedTime(begin, ReceivedAt);

    /// <summary>The result; undefined for an error.</summary>
    public JsonElement Result() => Member("result");

    /// <summary>The code of the error, or null for a result.</summary>
    public int? ErrorCode() => Member("error") is { ValueKind: JsonValueKind.Object } error ? error.GetProperty("code").GetInt32() : null;

    private JsonElement Member(string name)
    {
        using var document = JsonDocument.Parse(Content, new JsonDocumentOptions { MaxDepth = 128 });
        return document.RootElement.TryGetProperty(name, out var value) ? value.Clone() : default;
    }
}
