namespace Glassbox.Analysis.Secrets;

/// <summary>How a secret is spoken of: its first characters and its length.</summary>
internal static class Redaction
{
    private const int MostShown = 4;

    /// <summary>At most a quarter of the secret, and no more than four characters.</summary>
    public static string Of(ReadOnlySpan<char> secret)
    {
        var most = Math.Min(MostShown, secret.Length / 4);
        var shown = 0;
        while (shown < most && char.IsBetween(secret[shown], '!', '~')) shown++;
        return $"{secret[..shown]}… ({secret.Length} characters)";
    }
}
