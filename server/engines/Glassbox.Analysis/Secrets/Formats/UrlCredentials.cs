using System.Buffers;
using Glassbox.Analysis.Secrets.Values;
using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Secrets.Formats;

/// <summary>Passwords in addresses: scheme://user:password@host.</summary>
internal static class UrlCredentials
{
    public const string Anchor = "://";

    private const int LongestScheme = 24;
    private const int LongestAuthority = 400;
    private const int ShortestToken = 20;

    private static readonly SearchValues<char> Ends = SearchValues.Create("/?#\"'`<>()[]{}|,; \t\r\n\\");

    private static readonly string[] DatabaseSchemes =
    [
        "postgres", "postgresql", "mysql", "mariadb", "mongodb", "redis", "rediss", "amqp", "amqps", "mssql", "sqlserver", "clickhouse", "cockroachdb", "cassandra", "couchbase", "neo4j", "bolt", "nats",
        "kafka", "ldap", "ldaps", "oracle", "snowflake",
    ];

    private static readonly string[] CodeHosts = ["github", "gitlab", "bitbucket", "dev.azure.com", "visualstudio.com", "gitea"];

    public static void Read(SecretScan scan, int at)
    {
        var text = scan.Text;
        var schemeStart = at;
        while (schemeStart > 0 && at - schemeStart < LongestScheme && (char.IsAsciiLetterOrDigit(text[schemeStart - 1]) || text[schemeStart - 1] is '+' or '.' or '-')) schemeStart--;
        if (at - schemeStart < 2) return;
        var start = at + Anchor.Length;
        var authority = text.AsSpan(start, Math.Min(LongestAuthority, text.Length - start));
        if (authority.IndexOfAny(Ends) is >= 0 and var cut) authority = authority[..cut];
        var sign = authority.LastIndexOf('@');
        if (sign <= 0 || sign == authority.Length - 1) return;
        var host = authority[(sign + 1)..];
        if (host.Contains("example", StringComparison.OrdinalIgnoreCase)) return;
        var colon = authority[..sign].IndexOf(':');
        if (colon < 0)
        {
            if (IsToken(authority[..sign], host)) scan.Add(SecretKinds.UrlPassword, start, start + sign, Confidence.Medium);
            return;
        }

        if (UserPassword.Judge(authority[..colon], authority[(colon + 1)..sign]) is not { } confidence) return;
        // Names without a dot are those of containers.
        if (IsLoopback(host) || !host.Contains('.'))
        {
            // The database on everybody's own machine.
            if (confidence == Confidence.Low) return;
            confidence = confidence == Confidence.High ? Confidence.Medium : Confidence.Low;
        }

        scan.Add(IsDatabase(text.AsSpan(schemeStart, at - schemeStart)) ? SecretKinds.ConnectionString : SecretKinds.UrlPassword, start + colon + 1, start + sign, confidence);
    }

    /// <summary>True for hosts that are the machine itself.</summary>
    public static bool IsLoopback(ReadOnlySpan<char> host) =>
        host.StartsWith("localhost", StringComparison.OrdinalIgnoreCase) || host.StartsWith("127.", StringComparison.Ordinal) || host.StartsWith("(local", StringComparison.OrdinalIgnoreCase)
        || host.StartsWith("host.docker.internal", StringComparison.Ordinal) || host.StartsWith("0.0.0.0", StringComparison.Ordinal) || host is "." || host.StartsWith(".\\", StringComparison.Ordinal);

    private static bool IsToken(ReadOnlySpan<char> user, ReadOnlySpan<char> host)
    {
        if (user.Length < ShortestToken || References.Is(user) || Placeholders.IsPlaceholder(user) || !ValueLooks.IsRandom(user)) return false;
        foreach (var known in CodeHosts)
        {
            if (host.Contains(known, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    // "postgresql+asyncpg" is a database with its driver.
    private static bool IsDatabase(ReadOnlySpan<char> scheme)
    {
        if (scheme.IndexOf('+') is > 0 and var plus) scheme = scheme[..plus];
        foreach (var known in DatabaseSchemes)
        {
            if (scheme.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
