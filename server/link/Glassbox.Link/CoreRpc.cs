using System.Text.Json;
using System.Text.Json.Serialization;
using StreamJsonRpc;

namespace Glassbox.Link;

/// <summary>How the two processes speak: JSON-RPC with length headers, contract records by System.Text.Json.</summary>
internal static class CoreRpc
{
    /// <summary>Makes a connection on a duplex stream; the caller adds targets and starts listening.</summary>
    public static JsonRpc Create(Stream duplex)
    {
        var formatter = new SystemTextJsonFormatter();
        // Only nulls are left out: a default value left out would come back as the property's initial value, which may differ.
        formatter.JsonSerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        formatter.JsonSerializerOptions.IncludeFields = false;
        formatter.JsonSerializerOptions.Converters.Add(new JsonStringEnumConverter());
        formatter.JsonSerializerOptions.Converters.Add(new ImmutableArrayConverterFactory());
        return new JsonRpc(new LengthHeaderMessageHandler(duplex, duplex, formatter));
    }
}
