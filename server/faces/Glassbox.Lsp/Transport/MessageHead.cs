using System.Text;
using System.Text.Json;

namespace Glassbox.Lsp.Transport;

/// <summary>What must be known of a message before it is let in.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Method">The method, or null for a response.</param>
/// <param name="Id">The id as it stands in the text, or null.</param>
/// <param name="Parameters">Where the parameters stand in the message; empty where there are none.</param>
internal sealed record MessageHead(MessageKind Kind, string? Method, string? Id, Range Parameters)
{
    /// <summary>How deep a message may nest; deeper is no message of this protocol.</summary>
    public const int MaxDepth = 512;

    /// <summary>Reads a message's outermost properties; the rest is only checked to be JSON.</summary>
    public static MessageHead Read(ReadOnlySpan<byte> body)
    {
        string? method = null;
        string? id = null;
        var isResponse = false;
        var valid = true;
        var parameters = 0..0;
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
            if (!reader.Read()) return new MessageHead(MessageKind.NotJson, null, null, parameters);
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                return new MessageHead(MessageKind.Invalid, null, null, parameters);
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                reader.Read();
                var valueStart = (int)reader.TokenStartIndex;
                switch (name)
                {
                    case "method":
                        if (reader.TokenType == JsonTokenType.String) method = reader.GetString();
                        else valid = false;
                        break;
                    case "id":
                        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
                        {
                            id = Encoding.UTF8.GetString(body[valueStart..(int)reader.BytesConsumed]);
                        }
                        else if (reader.TokenType != JsonTokenType.Null)
                        {
                            valid = false;
                        }

                        break;
                    case "result" or "error":
                        isResponse = true;
                        break;
                }

                reader.Skip();
                if (name == "params") parameters = valueStart..(int)reader.BytesConsumed;
            }

            // Anything after the object is not a message of this protocol.
            if (reader.Read()) valid = false;
        }
        catch (JsonException)
        {
            return new MessageHead(MessageKind.NotJson, method, id, parameters);
        }

        var kind = !valid ? MessageKind.Invalid
            : method is not null ? id is not null ? MessageKind.Request : MessageKind.Notification
            : isResponse && id is not null ? MessageKind.Response
            : MessageKind.Invalid;
        return new MessageHead(kind, method, id, parameters);
    }
}
