using System.Text.Json;
using Glassbox.Analysis.Secrets.Shapes;
using Glassbox.Analysis.Secrets.Values;

namespace Glassbox.Analysis.Secrets.Formats;

/// <summary>Signed JSON web tokens (RFC 7519): three parts, of which two are JSON objects.</summary>
internal static class JsonWebTokens
{
    private const int ShortestSignature = 20;

    private static readonly CharacterRun Part = new(Alphabets.UrlSafe, 4, 8192);

    public static void Read(SecretScan scan, int at)
    {
        var text = scan.Text;
        if (!TokenBorders.IsStart(text, at)) return;
        if (EndOfPart(text, at) is not { } headerEnd || EndOfPart(text, headerEnd + 1) is not { } payloadEnd) return;
        var signature = payloadEnd + 1;
        var length = Part.LengthAfter(text, signature);
        if (length < ShortestSignature || !Part.Allows(length) || !TokenBorders.IsEnd(text, signature + length)) return;
        var verdict = Judge(text.AsSpan(at, headerEnd - at), text.AsSpan(headerEnd + 1, payloadEnd - headerEnd - 1), text.AsSpan(signature, length));
        scan.Add(SecretKinds.JsonWebToken, at, signature + length, verdict);
    }

    private static int? EndOfPart(string text, int start)
    {
        var length = Part.LengthAfter(text, start);
        var end = start + length;
        return Part.Allows(length) && end + 1 < text.Length && text[end] == '.' ? end : null;
    }

    private static TokenVerdict Judge(ReadOnlySpan<char> header, ReadOnlySpan<char> payload, ReadOnlySpan<char> signature)
    {
        if (Placeholders.IsExample(signature)) return TokenVerdict.Refused;
        using var head = Parse(header);
        using var body = Parse(payload);
        if (head is null || body is null || TextOf(head, "alg") is null or "none") return TokenVerdict.Refused;
        // Keys for browsers are public, and the subject is that of every tutorial.
        if (TextOf(body, "role") is "anon" || TextOf(body, "sub") is "1234567890") return TokenVerdict.Refused;
        // What ends one day may have ended.
        return TextOf(body, "exp") is null ? TokenVerdict.Sure : TokenVerdict.Plausible;
    }

    private static JsonDocument? Parse(ReadOnlySpan<char> part)
    {
        if (Base64Text.Decode(part) is not { } bytes) return null;
        try
        {
            var document = JsonDocument.Parse(bytes);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonDocument document, string name)
    {
        try
        {
            if (!document.RootElement.TryGetProperty(name, out var value)) return null;
            return value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: JSON allows it, text does not.
            return null;
        }
    }
}
