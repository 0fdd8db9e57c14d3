using System.Buffers;
using Glassbox.Analysis.Secrets.Formats;
using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Secrets.Assignments;

/// <summary>Passwords in connection strings, of ADO, ODBC, libpq, JDBC and Redis alike, and in the queries of addresses.</summary>
internal static class ConnectionStrings
{
    private const int Reach = 500;

    private static readonly SearchValues<string> Targets = SearchValues.Create(
        [
            "server=", "server =", "data source=", "data source =", "datasource=", "host=", "hostname=", "user id=", "user id =", "userid=", "uid=", "username=", "user name=", "user=", "initial catalog=",
            "database=", "dbname=", "address=", "addr=", "ssl=", "abortconnect=", "defaultdatabase=", "endpoint=", "port=",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly string[] HostKeys = ["server=", "data source=", "datasource=", "host=", "address="];

    /// <summary>Reads the password named here. False where nothing else of a connection string stands around it.</summary>
    public static bool Read(SecretScan scan, int nameStart, int nameEnd, int lineStart, int lineEnd)
    {
        var text = scan.Text;
        var at = Literals.SkipBlanks(text, nameEnd, lineEnd);
        if (at >= lineEnd || text[at] != '=' || (scan.File.Language == FileLanguage.Code && !IsInText(text, nameStart, lineStart))) return false;
        var start = Literals.SkipBlanks(text, at + 1, lineEnd);
        var before = Before(text, nameStart, lineStart);
        var after = After(text, start, lineEnd);
        if (SeparatorOf(before) is not { } separator || (before.IndexOfAny(Targets) < 0 && after.IndexOfAny(Targets) < 0)) return false;
        var quote = start < lineEnd && text[start] == '\'' ? '\'' : separator;
        if (quote != separator) start++;
        var end = start;
        while (end < lineEnd && text[end] != quote && !EndsValue(text, end)) end++;
        while (end > start && text[end - 1] == ' ') end--;
        if (UserPassword.Judge("", text.AsSpan(start, end - start)) is not { } confidence) return true;
        if (IsLocal(before) || IsLocal(after))
        {
            if (confidence == Confidence.Low) return true;
            confidence = confidence == Confidence.High ? Confidence.Medium : Confidence.Low;
        }

        scan.Add(separator == '&' ? SecretKinds.UrlPassword : SecretKinds.ConnectionString, start, end, confidence);
        return true;
    }

    // In code, what is not in quotes is a call with named arguments.
    private static bool IsInText(string text, int nameStart, int lineStart)
    {
        var before = text.AsSpan(lineStart, nameStart - lineStart);
        var quote = before.LastIndexOfAny('"', '\'', '`');
        return quote >= 0 && before.Count(before[quote]) % 2 == 1;
    }

    // From the last quote: what stands before it belongs to something else.
    private static ReadOnlySpan<char> Before(string text, int nameStart, int lineStart)
    {
        var from = Math.Max(lineStart, nameStart - Reach);
        var before = text.AsSpan(from, nameStart - from);
        return before[(before.LastIndexOfAny('"', '`', '>') + 1)..];
    }

    private static ReadOnlySpan<char> After(string text, int start, int lineEnd)
    {
        var after = text.AsSpan(start, Math.Min(Reach, lineEnd - start));
        var quote = after.IndexOfAny('"', '`', '<');
        return quote < 0 ? after : after[..quote];
    }

    // What stands between the entries; the first entry has none before it.
    private static char? SeparatorOf(ReadOnlySpan<char> before)
    {
        var trimmed = before.TrimEnd();
        if (trimmed.IsEmpty || trimmed[^1] is '\'' or '=') return ';';
        if (trimmed.EndsWith("&amp;", StringComparison.Ordinal)) return '&';
        if (trimmed[^1] is ';' or ',' or '&' or '?') return trimmed[^1] == '?' ? '&' : trimmed[^1];
        return trimmed.Length < before.Length ? ' ' : null;
    }

    private static bool EndsValue(string text, int at) =>
        text[at] is '"' or '`' or '<' || (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '"' or 'n' or 'r') || string.CompareOrdinal(text, at, "&quot;", 0, 6) == 0;

    private static bool IsLocal(ReadOnlySpan<char> part)
    {
        foreach (var key in HostKeys)
        {
            var found = part.IndexOf(key, StringComparison.OrdinalIgnoreCase);
            if (found < 0) continue;
            var host = part[(found + key.Length)..].TrimStart();
            if (host.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase)) host = host[4..];
            var end = host.IndexOfAny(";,& ");
            if (UrlCredentials.IsLoopback(end < 0 ? host : host[..end])) return true;
        }

        return false;
    }
}
