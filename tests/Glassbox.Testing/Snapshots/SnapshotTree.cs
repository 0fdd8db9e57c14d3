using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Glassbox.Testing.Snapshots;

/// <summary>Writes objects as Verify does: JSON without quotes, without nulls and without empty lists.</summary>
internal static class SnapshotTree
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Render(object? target)
    {
        var text = new StringBuilder();
        Write(text, target as JsonNode ?? JsonSerializer.SerializeToNode(target, Options), "");
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, string indent)
    {
        var deeper = indent + "  ";
        switch (node)
        {
            case JsonObject members:
                WriteAll(text, '{', '}', indent, members.Where(member => !IsEmpty(member.Value)), member =>
                {
                    text.Append(deeper).Append(member.Key).Append(": ");
                    Write(text, member.Value, deeper);
                });
                break;
            case JsonArray items:
                WriteAll(text, '[', ']', indent, items, item =>
                {
                    text.Append(deeper);
                    Write(text, item, deeper);
                });
                break;
            case null:
                text.Append("null");
                break;
            default:
                text.Append(node.ToString().ReplaceLineEndings("\n"));
                break;
        }
    }

    private static void WriteAll<T>(StringBuilder text, char open, char close, string indent, IEnumerable<T> parts, Action<T> write)
    {
        text.Append(open);
        var first = true;
        foreach (var part in parts)
        {
            text.Append(first ? "\n" : ",\n");
            first = false;
            write(part);
        }

        if (!first) text.Append('\n').Append(indent);
        text.Append(close);
    }

    private static bool IsEmpty(JsonNode? node) => node is null or JsonArray { Count: 0 };
}
