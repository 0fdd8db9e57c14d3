using System.Text;
using System.Text.Json;

namespace Glassbox.Testing.Timed;

/// <summary>Tells responses from calls without reading the whole of a message.</summary>
public static class MessageHead
{
    /// <summary>The id as JSON text, or null, and whether the message names a method.</summary>
    public static (string? Id, bool IsCall) Read(ReadOnlySpan<byte> content)
    {
        var reader = new Utf8JsonReader(content);
        string? id = null;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("method"u8)) return (id ?? LaterId(reader), true);
            var isId = reader.ValueTextEquals("id"u8);
            var isResult = reader.ValueTextEquals("result"u8) || reader.ValueTextEquals("error"u8);
            // Only a response has a result: what else is there need not be read once its id is known.
            if (isResult && id is not null) return (id, false);
            reader.Read();
            if (isId) id = Encoding.UTF8.GetString(reader.ValueSpan);
            else reader.Skip();
        }

        return (id, false);
    }

    private static string? LaterId(Utf8JsonReader reader)
    {
        do
        {
            var isId = reader.ValueTextEquals("id"u8);
            reader.Read();
            if (isId) return Encoding.UTF8.GetString(reader.ValueSpan);
            reader.Skip();
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName);
        return null;
    }
}
