namespace Glassbox.Analysis.Secrets.Values;

/// <summary>Values that only say where the secret is, or that are hashes of it.</summary>
internal static class References
{
    private static readonly string[] Openings =
    [
        // Stores and variables.
        "${", "$(", "$[", "{{", "{%", "#{", "<%", "%(", "!vault", "!secret", "!Ref", "!Sub", "!Join", "!GetAtt", "!ImportValue", "@Microsoft.KeyVault", "vault:", "op://", "arn:", "ssm:", "kms:", "sm://",
        "akv://", "ref+", "env:", "env.", "env(", "ENV[", "file:", "file(", "secret:", "secrets.", "secretKeyRef", "valueFrom", "keyring:", "resolve:", "azurekeyvault", "aws:", "gcp:", "{cipher}", "{aes}", "ENC[", "ENC(", "keyvault", "projects/",
        // Expressions.
        "process.env", "os.environ", "os.getenv", "getenv", "System.getenv", "Environment.", "Deno.env", "import.meta", "config.", "configuration", "settings.", "var.", "local.", "data.", "module.",
        "self.", "this.", "each.", "builtins.",
        // Hashes.
        "$2a$", "$2b$", "$2y$", "$argon2", "$1$", "$5$", "$6$", "$apr1$", "{SHA", "{SSHA", "pbkdf2", "scrypt:", "sha1-", "sha1:", "sha256-", "sha256:", "sha384-", "sha512-", "sha512:", "md5:", "SCRAM-",
    ];

    /// <summary>True when the value stands for a secret that is kept elsewhere.</summary>
    public static bool Is(ReadOnlySpan<char> value)
    {
        foreach (var opening in Openings)
        {
            if (value.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return value.Contains("${", StringComparison.Ordinal) || value.Contains("$(", StringComparison.Ordinal) || value.Contains("{{", StringComparison.Ordinal)
            || IsEnclosed(value) || IsVariable(value) || IsFormat(value) || IsRegularExpression(value);
    }

    // <password>, [token], {0}, %PASSWORD%, __TOKEN__, #{x}#
    private static bool IsEnclosed(ReadOnlySpan<char> value) =>
        (value.Length >= 2 && (value[0], value[^1]) is ('<', '>') or ('[', ']') or ('{', '}') or ('(', ')') or ('%', '%') or ('#', '#'))
        || (value.Length > 4 && value.StartsWith("__", StringComparison.Ordinal) && value.EndsWith("__", StringComparison.Ordinal));

    // $PASSWORD, @password, :password, &password, #password: of shells, of SQL, of YAML, of style sheets.
    private static bool IsVariable(ReadOnlySpan<char> value) => value.Length >= 2 && value[0] is '$' or '@' or ':' or '&' or '*' or '?' or '#' or '.' && ValueLooks.IsNameLike(value[1..]);

    // What a password must look like is none.
    private static bool IsRegularExpression(ReadOnlySpan<char> value) =>
        (value.Length > 2 && value[0] == '^' && value[^1] == '$') || value.Contains("(?", StringComparison.Ordinal) || value.Contains("[a-z", StringComparison.Ordinal)
        || value.Contains("[A-Z", StringComparison.Ordinal) || value.Contains("[0-9", StringComparison.Ordinal) || value.Contains("\\d", StringComparison.Ordinal) || value.Contains("\\w", StringComparison.Ordinal);

    private static bool IsFormat(ReadOnlySpan<char> value) =>
        value.Contains("%s", StringComparison.Ordinal) || value.Contains("%d", StringComparison.Ordinal) || value.Contains("{0}", StringComparison.Ordinal) || value.Contains("{1}", StringComparison.Ordinal);
}
