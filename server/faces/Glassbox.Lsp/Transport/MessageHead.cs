using System.Text;
using System.Text.Json;

namespace Glassbox.Lsp.Transport;

/// <summary>What must be known of a message before it is let in.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Method">The method, or null for a response.</param>
/// <param name="Id">The id as it stands in the text, or null.</param>
internal sealed record MessageHead(MessageKind Kind, string? Method, string? Id)
{
    /// <summary>Reads a message's outermost properties; the rest is only checked to be JSON.</summary>
    public static MessageHead Read(ReadOnlySpan<byte> body)
    {
        string? method = null;
        string? id = null;
        var isResponse = false;
        var valid = true;
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 256 });
            if (!reader.Read()) return new MessageHead(MessageKind.NotJson, null, null);
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                return new MessageHead(MessageKind.Invalid, null, null);
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                reader.Read();
                switch (name)
                {
                    case "method":
                        if (reader.TokenType == JsonTokenType.String) method = reader.GetString();
                        else valid = false;
                        break;
                    case "id":
                        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
                        {
                            var start = (int)reader.TokenStartIndex;
                            id = Encoding.UTF8.GetString(body[start..(int)reader.BytesConsumed]);
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
            }

            // Anything after the object is not a message of this protocol.
            if (reader.Read()) valid = false;
        }
        catch (JsonException)
        {
            return new MessageHead(MessageKind.NotJson, null, null);
        }

        var kind = !valid ? MessageKind.Invalid
            : method is not null ? id is not null ? MessageKind.Request : MessageKind.Notification
            : isResponse && id is not null ? MessageKind.Response
            : MessageKind.Invalid;
        return new MessageHead(kind, method, id);
    }
}
