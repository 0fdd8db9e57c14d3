using Glassbox.Analysis.Secrets.Shapes;

namespace Glassbox.Analysis.Secrets.Formats;

/// <summary>Tokens whose shape is too plain, in texts that speak of their issuer.</summary>
internal static class MentionedTokens
{
    public static void Run(SecretScan scan)
    {
        foreach (var (word, shape) in TokenShapes.Mentioned)
        {
            if (scan.Mentions(word)) Find(scan, shape);
        }
    }

    private static void Find(SecretScan scan, TokenShape shape)
    {
        var text = scan.Text;
        for (var at = text.IndexOf(shape.Anchor, StringComparison.Ordinal); at >= 0; at = text.IndexOf(shape.Anchor, at + 1, StringComparison.Ordinal))
        {
            var verdict = shape.Match(text, at, out var start, out var end);
            scan.Add(shape.Kind, start, end, verdict);
        }
    }
}
