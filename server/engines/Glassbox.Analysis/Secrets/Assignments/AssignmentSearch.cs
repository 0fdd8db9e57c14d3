using System.Buffers;

namespace Glassbox.Analysis.Secrets.Assignments;

/// <summary>One pass over a text for names that mean a secret.</summary>
internal static class AssignmentSearch
{
    private const int LongestLine = 10_000;
    private const int LongestNamePart = 80;

    private static readonly SearchValues<string> Words = SearchValues.Create(["pass", "pwd", "secret", "token", "credential", "key"], StringComparison.OrdinalIgnoreCase);

    public static void Run(SecretScan scan)
    {
        var text = scan.Text;
        var (lineStart, lineEnd) = (0, -1);
        for (var at = 0; at < text.Length;)
        {
            var next = text.AsSpan(at).IndexOfAny(Words);
            if (next < 0) return;
            at += next;
            if (at > lineEnd)
            {
                (lineStart, lineEnd) = LineAt(text, at);
                // Written by a machine: names say little there, and much would be read again and again.
                if (lineEnd - lineStart > LongestLine)
                {
                    at = lineEnd;
                    continue;
                }
            }

            at = Read(scan, at, lineStart, lineEnd);
        }
    }

    // Reads the name around a word, and returns where the name ends.
    private static int Read(SecretScan scan, int at, int lineStart, int lineEnd)
    {
        var text = scan.Text;
        var (start, end) = (at, at + 1);
        while (start > lineStart && at - start < LongestNamePart && IsNameCharacter(text[start - 1])) start--;
        while (end < lineEnd && end - at < LongestNamePart && IsNameCharacter(text[end])) end++;
        while (start < at && text[start] is '-' or '.') start++;
        while (end > at + 1 && text[end - 1] is '-' or '.') end--;
        var name = text.AsSpan(start, end - start);
        var meaning = SecretNames.MeaningOf(name);
        if (meaning == NameMeaning.None) return end;
        if (meaning == NameMeaning.Password && ConnectionStrings.Read(scan, start, end, lineStart, lineEnd)) return end;
        if (ValueReader.Read(scan, start, end, lineEnd) is { } value) AssignmentJudge.Judge(scan, name, meaning, value);
        else if (TerraformDefaults.Read(scan, start, end) is { } declared) AssignmentJudge.Judge(scan, name, meaning, declared);
        return end;
    }

    private static (int Start, int End) LineAt(string text, int at)
    {
        var start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var end = text.IndexOf('\n', at) is >= 0 and var found ? found : text.Length;
        return (start, end > start && text[end - 1] == '\r' ? end - 1 : end);
    }

    private static bool IsNameCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.';
}
