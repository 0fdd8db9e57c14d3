using System.Buffers;
using Glassbox.Analysis.Secrets.Formats;

namespace Glassbox.Analysis.Secrets.Shapes;

/// <summary>One pass over a text for all that has fixed characters in it.</summary>
internal static class TokenSearch
{
    // What is no mere run of characters is read by whoever knows its format.
    private static readonly (string Anchor, Action<SecretScan, int> Read)[] Readers =
    [
        ("eyJ", JsonWebTokens.Read),
        (KeyBlocks.Opening, KeyBlocks.Read),
        (KeyBlocks.EncodedOpening, KeyBlocks.ReadEncoded),
        (KeyBlocks.PuttyOpening, KeyBlocks.ReadPutty),
        (UrlCredentials.Anchor, UrlCredentials.Read),
        ("Bearer ", HeaderCredentials.ReadBearer),
        ("bearer ", HeaderCredentials.ReadBearer),
        ("Basic ", HeaderCredentials.ReadBasic),
        ("basic ", HeaderCredentials.ReadBasic),
        ("curl ", HeaderCredentials.ReadCurl),
        (AzureSecrets.AccountKey, AzureSecrets.ReadAccountKey),
        (AzureSecrets.SharedAccessKey, AzureSecrets.ReadSharedAccessKey),
        (AzureSecrets.Signature, AzureSecrets.ReadSignature),
        (Webhooks.Slack, Webhooks.ReadSlack),
        (Webhooks.Discord, Webhooks.ReadDiscord),
        (Webhooks.OldDiscord, Webhooks.ReadDiscord),
    ];

    private static readonly SearchValues<string> Anchors = SearchValues.Create(
        TokenShapes.All.Select(shape => shape.Anchor).Concat(Readers.Select(reader => reader.Anchor)).Distinct(StringComparer.Ordinal).ToArray(), StringComparison.Ordinal);

    // By their first character, the longest first: "sk-ant-" says more than "sk-".
    private static readonly TokenShape[][] ShapesOf =
        [.. Enumerable.Range(0, 128).Select(first => TokenShapes.All.Where(shape => shape.Anchor[0] == first).OrderByDescending(shape => shape.Anchor.Length).ToArray())];

    public static void Run(SecretScan scan)
    {
        var text = scan.Text;
        for (var at = 0; at < text.Length; at++)
        {
            var next = text.AsSpan(at).IndexOfAny(Anchors);
            if (next < 0) return;
            at += next;
            ReadShapes(scan, at);
            foreach (var (anchor, read) in Readers)
            {
                if (StandsAt(text, at, anchor)) read(scan, at);
            }
        }
    }

    private static void ReadShapes(SecretScan scan, int at)
    {
        foreach (var shape in ShapesOf[scan.Text[at]])
        {
            if (!StandsAt(scan.Text, at, shape.Anchor)) continue;
            var verdict = shape.Match(scan.Text, at, out var start, out var end);
            if (verdict == TokenVerdict.Refused) continue;
            scan.Add(shape.Kind, start, end, verdict);
            if (shape.Kind == SecretKinds.AwsAccessKey) AwsSecrets.ReadAfterKey(scan, end);
            return;
        }
    }

    private static bool StandsAt(string text, int at, string anchor) => string.CompareOrdinal(text, at, anchor, 0, anchor.Length) == 0;
}
