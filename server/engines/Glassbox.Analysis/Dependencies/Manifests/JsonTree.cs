using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>Reads JSON into values that know their offsets. What stands before a mistake is kept.</summary>
internal static class JsonTree
{
    private const string Unreadable = "The rest cannot be read as JSON.";

    // Older lock files hold packages within packages.
    private const int DeepestNesting = 256;

    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = DeepestNesting };

    /// <summary>The outermost value.</summary>
    public static JsonPart Read(string text, ManifestBuilder manifest)
    {
        // Before the first value the mark of the encoding is no mistake.
        var start = text.StartsWith('\uFEFF') ? 1 : 0;
        var bytes = Encoding.UTF8.GetBytes(text, start, text.Length - start);
        var offsets = new Utf16Offsets(bytes, start);
        var root = new JsonPart();
        var reader = new Utf8JsonReader(bytes, Options);
        try
        {
            reader.Read();
            Fill(ref reader, root, offsets);
            // Whatever follows is a mistake, too.
            reader.Read();
        }
        catch (JsonException)
        {
            manifest.Report(Unreadable, offsets.At((int)reader.BytesConsumed), text.Length);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape.
            manifest.Report(Unreadable, offsets.At((int)reader.BytesConsumed), text.Length);
        }

        return root;
    }

    private static void Fill(ref Utf8JsonReader reader, JsonPart part, Utf16Offsets offsets)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var member = new JsonPart();
                    part.Members.Add((TextOf(ref reader, offsets), member));
                    reader.Read();
                    Fill(ref reader, member, offsets);
                }

                break;
            case JsonTokenType.StartArray:
                reader.Skip();
                break;
            case JsonTokenType.String:
                part.Scalar = TextOf(ref reader, offsets);
                break;
            case JsonTokenType.True or JsonTokenType.False:
                part.Scalar = new Written(reader.TokenType == JsonTokenType.True ? "true" : "false", default);
                break;
        }
    }

    private static Written TextOf(ref Utf8JsonReader reader, Utf16Offsets offsets)
    {
        // Behind the opening quote.
        var first = (int)reader.TokenStartIndex + 1;
        var start = offsets.At(first);
        var end = offsets.At(first + reader.ValueSpan.Length);
        return new Written(reader.GetString() ?? "", TextSpan.FromBounds(start, end));
    }
}
