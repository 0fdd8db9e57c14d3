using System.Text.RegularExpressions;

namespace Glassbox.Analysis.Rules;

/// <summary>What names and texts look like that hold credentials, and what looks so but does not.</summary>
internal static partial class CredentialText
{
    /// <summary>Calls whose text arguments are worth binding.</summary>
    public static readonly string[] CallNames = ["Credential", "Login", "SignIn", "Authenticate", "SecurityKey", "Password"];

    /// <summary>True for the published shapes of access tokens and private keys.</summary>
    public static bool IsKnownToken(string text) => text.Length >= 16 && KnownToken().IsMatch(text);

    /// <summary>True for a connection string with a password in it.</summary>
    public static bool HoldsConnectionPassword(string text)
    {
        if (!text.Contains('=', StringComparison.Ordinal) || !text.Contains(';', StringComparison.Ordinal)) return false;
        var match = ConnectionPassword().Match(text);
        return match.Success && ConnectionTarget().IsMatch(text) && !IsPlaceholder(match.Groups["value"].Value.Trim());
    }

    /// <summary>True when something of this name that holds this text is most likely a credential.</summary>
    public static bool IsCredential(string name, string text)
    {
        var kind = KindOf(name);
        if (kind == CredentialKind.None || text.Any(char.IsWhiteSpace) || IsPlaceholder(text) || NamesSomething(name, text)) return false;
        if (text.StartsWith('/') || text.Contains("://", StringComparison.Ordinal) || text.Contains('{', StringComparison.Ordinal)) return false;
        return kind == CredentialKind.Password || (text.Length >= 8 && LooksRandom(text));
    }

    /// <summary>True where something of this name holds a password itself.</summary>
    public static bool IsPasswordName(string name) => KindOf(name) == CredentialKind.Password;

    private static CredentialKind KindOf(string name)
    {
        var plain = name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal).ToLowerInvariant();
        if (NotTheThingItself().IsMatch(plain)) return CredentialKind.None;
        if (PasswordName().IsMatch(plain)) return CredentialKind.Password;
        return TokenName().IsMatch(plain) ? CredentialKind.Token : CredentialKind.None;
    }

    // "Auth:Password", "client_secret", "X-Api-Key": a name of the credential, not the credential.
    private static bool NamesSomething(string name, string text) =>
        string.Equals(name.Trim('_'), text, StringComparison.OrdinalIgnoreCase)
        || (Words().IsMatch(text) && (PasswordName().IsMatch(text.ToLowerInvariant()) || TokenName().IsMatch(Plain(text)) || text.AsSpan().IndexOfAny(".:-_") >= 0));

    private static string Plain(string text) => text.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static bool LooksRandom(string text) => text.Any(char.IsDigit) && text.Any(char.IsLetter) || text.Length >= 20 && !Words().IsMatch(text) || text.Length >= 32;

    private static bool IsPlaceholder(string text) => text.Length < 2 || Placeholder().IsMatch(text) || text.Distinct().Count() <= 2;

    private enum CredentialKind
    {
        None,
        Password,
        Token,
    }

    [GeneratedRegex(@"^(AKIA|ASIA)[0-9A-Z]{16}$|^gh[pousr]_[A-Za-z0-9]{30,}$|^github_pat_\w{30,}$|^(sk|rk)_live_[0-9A-Za-z]{16,}$|^xox[abprs]-[0-9A-Za-z-]{10,}$|^AIza[0-9A-Za-z_\-]{35}$|^sk-[A-Za-z0-9_\-]{32,}$|-----BEGIN ([A-Z]+ )?PRIVATE KEY-----|^eyJ[A-Za-z0-9_\-]{10,}\.eyJ[A-Za-z0-9_\-]{10,}\.[A-Za-z0-9_\-]{10,}$", RegexOptions.NonBacktracking)]
    private static partial Regex KnownToken();

    [GeneratedRegex(@"(?:^|;)\s*(?:password|pwd)\s*=\s*(?<value>[^;""]+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ConnectionPassword();

    [GeneratedRegex(@"(?:server|data source|host|user id|uid|username|user|initial catalog|database)\s*=", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ConnectionTarget();

    [GeneratedRegex(@"password|passwd|passphrase|passwort|pwd", RegexOptions.NonBacktracking)]
    private static partial Regex PasswordName();

    [GeneratedRegex(@"secret|apikey|accesskey|privatekey|signingkey|encryptionkey|securitykey|authkey|jwtkey|credential|(auth|access|bearer|api|refresh)token|token$", RegexOptions.NonBacktracking)]
    private static partial Regex TokenName();

    [GeneratedRegex(@"(name|names|field|url|uri|type|path|file|hash|hashed|salt|regex|pattern|label|header|length|prompt|message|error|errors|parameter|param|property|column|placeholder|claim|claims|scope|format|prefix|suffix|id|env|variable|envvar|setting|settings|section|option|options|provider|title|text|description|scheme|cookie|issuer|policy|rule|rules|hint|view|page|route|action|event|kind|status|endpoint|symbol|separator|key(name|id|path|type|prefix|vault))$|cancellationtoken|pwdlast|syntaxtoken|tokentype|tokenkind|csrftoken|^token(s|izer)?$|continuationtoken|pagetoken|nexttoken", RegexOptions.NonBacktracking)]
    private static partial Regex NotTheThingItself();

    [GeneratedRegex(@"^[A-Za-z]+([._:\-][A-Za-z]+)*$", RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    [GeneratedRegex(@"^\W*$|^[<\[(].*[>\])]$|^[$%#{].*|^(\.|\*|x)+$|your[-_ ]?|change[-_ ]?me|replace|insert|todo|example|dummy|placeholder|redacted|^(none|null|empty|string|secret|token|value|test|password|passwd|pwd|apikey|integrated|true|false)$|\*\*\*", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
