namespace Glassbox.Analysis.Secrets.Assignments;

/// <summary>Tells what names mean from their last words: "DB_PASSWORD", "clientSecret", "spring.mail.password".</summary>
internal static class SecretNames
{
    private const int MostNeutralWords = 3;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Passwords = Words("password", "passwd", "passphrase", "passcode", "passwort", "pwd", "passwords");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Tokens = Words("secret", "token", "credential", "credentials", "pass", "pw", "apikey", "secretkey");

    // Before "key".
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> KeyKinds = Words(
        "api", "app", "application", "access", "secret", "private", "sign", "signing", "encryption", "encrypt", "decryption", "validation", "auth", "authentication", "master", "shared", "security", "account",
        "admin", "service", "server", "jwt", "hmac", "aes", "crypto", "cipher", "subscription", "storage", "sas", "deploy", "bot", "webhook", "session", "cookie", "function", "machine", "integration", "write");

    // At the end, without changing what is named.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NeutralWords = Words(
        "value", "text", "plain", "cleartext", "raw", "current", "new", "old", "default", "prod", "production", "staging", "stage", "dev", "development", "live", "base64", "b64", "string", "str", "primary",
        "secondary", "backup", "local");

    // Before the word, and the whole is no secret.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Disclaimers = Words(
        "public", "publishable", "csrf", "xsrf", "forgery", "antiforgery", "verification", "cancellation", "cancel", "continuation", "page", "next", "prev", "previous", "sync", "syntax", "lexer", "parser",
        "start", "end", "stop", "eos", "bos", "pad", "unk", "mask", "sep", "cls", "special", "design", "invalid", "expired", "missing", "wrong", "no", "has", "is", "max", "min", "num", "total", "site", "anon",
        "forgot", "reset", "show", "hide", "toggle", "confirm", "change", "without", "use", "require", "save", "remember", "validate", "check", "encrypted", "hashed", "hash", "empty", "example", "sample",
        "dummy", "fake", "mock", "lock", "idempotency", "request", "foreign", "cache", "sort", "partition", "with", "enable", "allow", "weak", "bad");

    /// <summary>What a value of this name would be.</summary>
    public static NameMeaning MeaningOf(ReadOnlySpan<char> name)
    {
        var last = TakeLast(ref name);
        for (var skipped = 0; skipped < MostNeutralWords && !last.IsEmpty && (NeutralWords.Contains(last) || char.IsAsciiDigit(last[0])); skipped++) last = TakeLast(ref name);
        if (last.IsEmpty) return NameMeaning.None;
        var before = TakeLast(ref name);
        if (Disclaimers.Contains(before)) return NameMeaning.None;
        // The public key token of an assembly is as public as its key.
        if (Is(last, "token") && Is(before, "key")) return NameMeaning.None;
        if (Passwords.Contains(last)) return NameMeaning.Password;
        if (Tokens.Contains(last)) return NameMeaning.Token;
        if (Is(last, "key")) return KeyKinds.Contains(before) ? NameMeaning.Token : NameMeaning.None;
        return MeaningOfCompound(last);
    }

    // "dbpassword", "accesstoken", "storagekey": nobody says where the words end.
    private static NameMeaning MeaningOfCompound(ReadOnlySpan<char> word)
    {
        if (EndsWith(word, "password", out var before) || EndsWith(word, "passwd", out before) || EndsWith(word, "passphrase", out before))
            return Disclaimers.Contains(before) ? NameMeaning.None : NameMeaning.Password;
        if (EndsWith(word, "secret", out before) || EndsWith(word, "token", out before)) return Disclaimers.Contains(before) ? NameMeaning.None : NameMeaning.Token;
        return EndsWith(word, "key", out before) && (KeyKinds.Contains(before) || EndsWith(before, "api", out _) || EndsWith(before, "access", out _)) ? NameMeaning.Token : NameMeaning.None;
    }

    private static bool Is(ReadOnlySpan<char> word, string expected) => word.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static bool EndsWith(ReadOnlySpan<char> word, string ending, out ReadOnlySpan<char> before)
    {
        var does = word.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
        before = does ? word[..^ending.Length] : word;
        return does;
    }

    // A word is "Password", "PASSWORD", "password", or a number; anything else separates.
    private static ReadOnlySpan<char> TakeLast(ref ReadOnlySpan<char> name)
    {
        var end = name.Length;
        while (end > 0 && !char.IsAsciiLetterOrDigit(name[end - 1])) end--;
        if (end == 0)
        {
            name = default;
            return default;
        }

        var start = end - 1;
        if (char.IsAsciiDigit(name[start]))
        {
            while (start > 0 && char.IsAsciiDigit(name[start - 1])) start--;
        }
        else if (char.IsAsciiLetterUpper(name[start]))
        {
            while (start > 0 && char.IsAsciiLetterUpper(name[start - 1])) start--;
        }
        else
        {
            while (start > 0 && char.IsAsciiLetterLower(name[start - 1])) start--;
            if (start > 0 && char.IsAsciiLetterUpper(name[start - 1])) start--;
        }

        var word = name[start..end];
        name = name[..start];
        return word;
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(params string[] words) =>
        new HashSet<string>(words, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
