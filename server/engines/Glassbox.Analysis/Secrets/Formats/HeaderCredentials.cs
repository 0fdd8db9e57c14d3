using Glassbox.Analysis.Secrets.Shapes;
using Glassbox.Analysis.Secrets.Values;

namespace Glassbox.Analysis.Secrets.Formats;

/// <summary>Credentials of HTTP requests: the two usual headers, and the option of curl.</summary>
internal static class HeaderCredentials
{
    private const string Bearer = "Bearer ";
    private const string Basic = "Basic ";
    private const int LongestCommand = 1000;

    private static readonly string[] UserOptions = [" -u ", " --user "];

    private static readonly CharacterRun BearerRun = new(Alphabets.Bearer, 20, 4096);
    private static readonly CharacterRun BasicRun = new(Alphabets.PaddedBase64, 8, 1024);

    public static void ReadBearer(SecretScan scan, int at)
    {
        var text = scan.Text;
        var start = at + Bearer.Length;
        var length = BearerRun.LengthAfter(text, start);
        while (length > 0 && text[start + length - 1] == '.') length--;
        if (!BearerRun.Allows(length) || !TokenBorders.IsStart(text, at)) return;
        var token = text.AsSpan(start, length);
        // What begins like a JSON web token is one, or the picture of one.
        if (token.StartsWith("eyJ", StringComparison.Ordinal) || ValueLooks.IsNameLike(token) || ValueLooks.IsLocation(token) || Placeholders.IsPlaceholder(token)) return;
        if (TokenChecks.IsMixed(token) != TokenVerdict.Refused) scan.Add(SecretKinds.BearerToken, start, start + length, TokenVerdict.Plausible);
    }

    public static void ReadBasic(SecretScan scan, int at)
    {
        var text = scan.Text;
        var start = at + Basic.Length;
        var length = BasicRun.LengthAfter(text, start);
        if (!BasicRun.Allows(length) || length % 4 != 0 || !TokenBorders.IsStart(text, at)) return;
        if (Base64Text.DecodeText(text.AsSpan(start, length)) is not { } pair) return;
        var colon = pair.IndexOf(':');
        if (colon <= 0) return;
        if (UserPassword.Judge(pair.AsSpan(0, colon), pair.AsSpan(colon + 1)) is { } confidence) scan.Add(SecretKinds.BasicAuth, start, start + length, confidence);
    }

    /// <summary>Reads "curl … -u user:password".</summary>
    public static void ReadCurl(SecretScan scan, int at)
    {
        var text = scan.Text;
        if (!TokenBorders.IsStart(text, at)) return;
        var end = EndOfCommand(text, at);
        foreach (var option in UserOptions)
        {
            var found = text.AsSpan(at, end - at).IndexOf(option, StringComparison.Ordinal);
            if (found < 0) continue;
            var start = at + found + option.Length;
            if (start < end && text[start] is '"' or '\'') start++;
            var stop = start;
            while (stop < end && !char.IsWhiteSpace(text[stop]) && text[stop] is not ('"' or '\'')) stop++;
            var colon = text.AsSpan(start, stop - start).IndexOf(':');
            if (colon <= 0) continue;
            if (UserPassword.Judge(text.AsSpan(start, colon), text.AsSpan(start + colon + 1, stop - start - colon - 1)) is { } confidence)
                scan.Add(SecretKinds.BasicAuth, start + colon + 1, stop, confidence);
        }
    }

    // A backslash carries a command on to the next line.
    private static int EndOfCommand(string text, int at)
    {
        var limit = Math.Min(text.Length, at + LongestCommand);
        for (var end = at; end < limit; end++)
        {
            if (text[end] == '\n' && text[end - 1] != '\\' && !(text[end - 1] == '\r' && text[end - 2] == '\\')) return end;
        }

        return limit;
    }
}
