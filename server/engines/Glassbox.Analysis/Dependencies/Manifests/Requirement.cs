namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>One requirement as Python writes it (PEP 508): <c>name[extra] >= 1.2, &lt; 2; marker</c>.</summary>
internal static class Requirement
{
    private const string Operators = "=<>!~";

    /// <summary>Reads a requirement between two offsets. False where none stands there.</summary>
    public static bool Read(string text, int start, int end, ManifestBuilder manifest, bool isDevelopment)
    {
        var at = SkipBlanks(text, start, end);
        var nameStart = at;
        while (at < end && (char.IsAsciiLetterOrDigit(text[at]) || (at > nameStart && text[at] is '-' or '_' or '.'))) at++;
        if (Written.Of(text, nameStart, at) is not { } name) return false;
        at = SkipBlanks(text, at, end);
        if (at < end && text[at] == '[')
        {
            var close = text.IndexOf(']', at, end - at);
            if (close < 0) return false;
            at = SkipBlanks(text, close + 1, end);
        }

        // An address instead of a version.
        if (at < end && text[at] == '@')
        {
            manifest.Add(name, version: null, isDevelopment);
            return true;
        }

        var stop = text.IndexOf(';', at, end - at) is >= 0 and var marker ? marker : end;
        var version = Written.Of(text, at, stop);
        // An older form puts it into parentheses.
        if (version is { Text: ['(', .., ')'] }) version = Written.Of(text, version.Span.Start + 1, version.Span.End - 1);
        if (version is not null && !Operators.Contains(version.Text[0])) return false;
        manifest.Add(name, version, isDevelopment);
        return true;
    }

    private static int SkipBlanks(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}
