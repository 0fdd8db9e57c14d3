using System.Text.RegularExpressions;

namespace Glassbox.Analysis.Rules.Crypto;

/// <summary>Which addresses lead over a network in clear text.</summary>
internal static partial class ClearTextAddress
{
    /// <summary>The host of an address that anyone on the way can read, or null for protected, local and invented ones.</summary>
    public static string? HostOf(string address)
    {
        var match = Address().Match(address);
        if (!match.Success) return null;
        var host = match.Groups["host"].Value;
        // Without a dot it is a name of the own network: a container, a machine next door.
        if (!host.Contains('.', StringComparison.Ordinal) || LocalOrInvented().IsMatch(host)) return null;
        return host;
    }

    [GeneratedRegex(@"^(http|ftp|ws)://([^/@]*@)?(?<host>[A-Za-z0-9][A-Za-z0-9.\-]*)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(127\.|10\.|192\.168\.|172\.(1[6-9]|2[0-9]|3[01])\.|169\.254\.|0\.0\.0\.0)|(^|\.)(localhost|local|internal|lan|home|corp|test|example|invalid|svc|cluster)$|(^|\.)example\.(com|org|net)$|(^|\.)(w3\.org|xmlsoap\.org|openxmlformats\.org|tempuri\.org|purl\.org|schemas\.microsoft\.com|host\.docker\.internal)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex LocalOrInvented();
}
