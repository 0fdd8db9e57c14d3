using Glassbox.Analysis.Secrets.Shapes;
using Glassbox.Analysis.Secrets.Values;

namespace Glassbox.Analysis.Secrets.Formats;

/// <summary>Addresses that let whoever knows them write into a channel.</summary>
internal static class Webhooks
{
    public const string Slack = "hooks.slack.com/";
    public const string Discord = "discord.com/api/webhooks/";
    public const string OldDiscord = "discordapp.com/api/webhooks/";

    private const int ShortestSlackSecret = 20;
    private const int ShortestDiscordSecret = 60;
    private const string Scheme = "https://";

    private static readonly CharacterRun PathRun = new(Alphabets.UrlSafe, 1, 100);

    public static void ReadSlack(SecretScan scan, int at)
    {
        var last = LastPart(scan.Text, at + Slack.Length, out var parts);
        // services/T…/B…/secret, workflows/T…/A…/number/secret
        if (parts >= 4) Add(scan, SecretKinds.SlackWebhook, at, last, ShortestSlackSecret);
    }

    public static void ReadDiscord(SecretScan scan, int at)
    {
        var path = scan.Text.IndexOf("webhooks/", at, StringComparison.Ordinal) + "webhooks/".Length;
        var last = LastPart(scan.Text, path, out var parts);
        if (parts == 2 && char.IsAsciiDigit(scan.Text[path])) Add(scan, SecretKinds.DiscordWebhook, at, last, ShortestDiscordSecret);
    }

    private static void Add(SecretScan scan, SecretKind kind, int at, (int Start, int End) secret, int shortest)
    {
        var value = scan.Text.AsSpan(secret.Start, secret.End - secret.Start);
        if (value.Length < shortest || TokenChecks.LooksRandom(value) == TokenVerdict.Refused) return;
        var start = at;
        while (start > 0 && (char.IsAsciiLetterOrDigit(scan.Text[start - 1]) || scan.Text[start - 1] is '.' or '-')) start--;
        if (start >= Scheme.Length && string.CompareOrdinal(scan.Text, start - Scheme.Length, Scheme, 0, Scheme.Length) == 0) start -= Scheme.Length;
        scan.Add(kind, start, secret.End, TokenVerdict.Sure);
    }

    private static (int Start, int End) LastPart(string text, int path, out int parts)
    {
        var start = path;
        parts = 0;
        while (true)
        {
            var end = start + PathRun.LengthAfter(text, start);
            if (end > start) parts++;
            if (end == start || end >= text.Length || text[end] != '/') return (start, end);
            start = end + 1;
        }
    }
}
