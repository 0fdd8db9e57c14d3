namespace Glassbox.Analysis.Symbols;

/// <summary>The words that names are made of.</summary>
internal static class NameWords
{
    private static readonly HashSet<string> Secrets =
    [
        "password", "passwords", "passwd", "pwd", "passphrase", "passcode", "token", "tokens", "secret", "secrets", "salt", "salts", "nonce", "nonces",
        "iv", "otp", "totp", "pin", "csrf", "xsrf", "credential", "credentials", "apikey", "sessionid",
    ];

    private static readonly HashSet<string> SecretKinds =
    [
        "verification", "verify", "authentication", "authorization", "auth", "reset", "confirm", "confirmation", "activation", "invite", "invitation",
        "recovery", "security", "access", "login", "sms", "mfa", "factor", "backup", "voucher", "api", "private", "encryption", "session", "signing",
        "aes", "hmac", "crypto", "cipher", "symmetric", "master", "license", "shared",
    ];

    // What a name is about beside the secret: tokens of a parser, the length of a password, how long to wait for a token.
    private static readonly HashSet<string> OtherMeanings =
        ["cancellation", "syntax", "bucket", "lexer", "parser", "stopping", "continuation", "gpio", "pins", "map", "delay", "interval", "timeout", "retry", "backoff", "jitter"];

    private static readonly HashSet<string> NotTheThingItself =
        ["length", "len", "count", "size", "index", "position", "offset", "min", "max", "limit", "lifetime", "expiry", "expiration", "type", "kind", "name", "hash", "url", "path", "field", "days", "minutes", "seconds"];

    /// <summary>The words of a name in lower case: <c>resetTokenFor</c> is <c>reset</c>, <c>token</c>, <c>for</c>.</summary>
    public static List<string> Of(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsLetter(name[i]);
            // "userName" ends at N, "XMLReader" at R.
            var begins = !ends && i > start && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (!ends && !begins) continue;
            if (i > start) words.Add(name[start..i].ToLowerInvariant());
            start = ends ? i + 1 : i;
        }

        return words;
    }

    /// <summary>True for names of things that nobody may guess: passwords, tokens, keys, salts, one-time codes.</summary>
    public static bool IsSecret(string name)
    {
        var words = Of(name);
        if (MeansSomethingElse(words)) return false;
        if (words.Any(Secrets.Contains)) return true;
        return words.Any(word => word is "key" or "code" or "id") && words.Any(word => SecretKinds.Contains(word) && (word is "session" || !words.Contains("id")));
    }

    /// <summary>True for names of waiting times, lengths, positions and the like, whatever secret they go with.</summary>
    public static bool IsAboutSomethingElse(string name) => MeansSomethingElse(Of(name));

    /// <summary>True for the plain password itself, not for its hash, its length or its field.</summary>
    public static bool IsPassword(string name) => Of(name) is [.., "password" or "passwd" or "pwd" or "passphrase" or "passcode"] and var words
        && !words.Any(word => word is "hash" or "hashed" or "encrypted" or "encoded" or "protected");

    private static bool MeansSomethingElse(List<string> words) => words.Count == 0 || NotTheThingItself.Contains(words[^1]) || words.Any(OtherMeanings.Contains);
}
