using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Glassbox.Contracts.Ledger;

namespace Glassbox.Ledger;

/// <summary>
/// One line of the file:
/// <c>{"seq":1,"time":"…Z","kind":"…","payload":{…},"prev":"…","hash":"…"}</c>. The canonical form, over which the hash is
/// computed, is the line's own bytes before <c>,"hash":"</c>: nothing has to be written again to check it, so no two
/// readers can disagree about it.
/// </summary>
internal static class LedgerLine
{
    /// <summary>What the first record names as the hash before it.</summary>
    public static string NoHash { get; } = new('0', HashLength);

    private const int HashLength = 64;

    private static readonly JsonSerializerOptions PayloadOptions = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static ReadOnlySpan<byte> HashOpens => ",\"hash\":\""u8;

    private static ReadOnlySpan<byte> HashCloses => "\"}"u8;

    /// <summary>Writes a line, its line break included.</summary>
    public static (byte[] Line, LedgerRecord Record) Write(long sequence, DateTimeOffset time, LedgerEvent what, string previous)
    {
        var payload = JsonSerializer.Serialize(what, what.GetType(), PayloadOptions);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("seq", sequence);
            writer.WriteString("time", time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            writer.WriteString("kind", what.Kind);
            writer.WritePropertyName("payload");
            writer.WriteRawValue(payload, skipInputValidation: true);
            writer.WriteString("prev", previous);
            writer.WriteEndObject();
        }

        var canonical = buffer.WrittenSpan[..^1];
        var hash = HashOf(canonical);
        byte[] line = [.. canonical, .. HashOpens, .. Encoding.ASCII.GetBytes(hash), .. HashCloses, (byte)'\n'];
        return (line, new LedgerRecord(sequence, time.ToUniversalTime(), what.Kind, what, payload, previous, hash));
    }

    /// <summary>Reads a line without its line break; null for anything that is not exactly what <see cref="Write"/> makes.</summary>
    public static LedgerRecord? Read(ReadOnlyMemory<byte> line)
    {
        var tail = HashOpens.Length + HashLength + HashCloses.Length;
        if (line.Length <= tail) return null;
        var canonical = line.Span[..^tail];
        var ending = line.Span[^tail..];
        if (!ending.StartsWith(HashOpens) || !ending.EndsWith(HashCloses)) return null;
        var hash = Encoding.ASCII.GetString(ending.Slice(HashOpens.Length, HashLength));
        if (hash != HashOf(canonical)) return null;

        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var kind = root.GetProperty("kind").GetString() ?? "";
            var payload = root.GetProperty("payload");
            return new LedgerRecord(
                root.GetProperty("seq").GetInt64(),
                root.GetProperty("time").GetDateTimeOffset(),
                kind,
                EventOf(kind, payload),
                payload.GetRawText(),
                root.GetProperty("prev").GetString() ?? "",
                hash);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // A line whose hash is right, but which we did not write.
            return null;
        }
    }

    /// <summary>SHA-256 in lower-case hexadecimal digits.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static LedgerEvent? EventOf(string kind, JsonElement payload)
    {
        if (!LedgerEvent.Kinds.TryGetValue(kind, out var type)) return null;
        try
        {
            return (LedgerEvent?)payload.Deserialize(type, PayloadOptions);
        }
        catch (JsonException)
        {
            // The kind is known but a later version gave it another shape: the record counts, its text is there.
            return null;
        }
    }
}
