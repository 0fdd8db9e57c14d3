using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Corpus;

/// <summary>
/// The documentation comments of C# text, each with the first line of what it documents below it, and an empty line between two of them:
/// a text of its own, to be learned beside the code.
/// </summary>
internal static class DocumentationText
{
    private const string Mark = "///";

    /// <summary>All of a document.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        if (!text.Contains(Mark, StringComparison.Ordinal)) return "";
        var writer = new Writer();
        foreach (var line in text.EnumerateLines()) writer.Add(line);
        return writer.ToString();
    }

    /// <summary>Where the content of a documentation comment's line begins, on a line up to an offset; below 0 where it is none.</summary>
    public static int ContentStart(ReadOnlySpan<char> line)
    {
        var at = line.IndexOfAnyExcept(' ', '\t');
        if (at < 0 || !line[at..].StartsWith(Mark, StringComparison.Ordinal) || line[at..].StartsWith("////", StringComparison.Ordinal)) return -1;
        at += Mark.Length;
        return at < line.Length && line[at] == ' ' ? at + 1 : at;
    }

    /// <summary>What stands before and behind a word in a documentation comment.</summary>
    /// <param name="text">The document.</param>
    /// <param name="wordStart">Where the word begins; its line is one of a documentation comment.</param>
    /// <param name="wordEnd">Where it ends.</param>
    /// <param name="reach">How many lines are read on each side.</param>
    public static (string Before, string After) Around(SourceText text, int wordStart, int wordEnd, int reach)
    {
        var line = text.Lines.GetLineFromPosition(wordStart);
        var (before, after) = (new Writer(), new Writer());
        for (var at = Math.Max(0, line.LineNumber - reach); at < line.LineNumber; at++) before.Add(text.Lines[at].ToString());
        before.AddPart(text.ToString(TextSpan.FromBounds(line.Start, wordStart)));
        after.AddRest(text.ToString(TextSpan.FromBounds(wordEnd, line.End)));
        for (var at = line.LineNumber + 1; at < Math.Min(text.Lines.Count, line.LineNumber + reach); at++) after.Add(text.Lines[at].ToString());
        return (before.ToString(), after.ToString());
    }

    private sealed class Writer
    {
        private readonly StringBuilder text = new();
        private bool isInComment;

        public void Add(ReadOnlySpan<char> line)
        {
            if (ContentStart(line) is >= 0 and var start)
            {
                isInComment = true;
                text.Append(line[start..]).Append('\n');
                return;
            }

            var code = line.Trim();
            // What the comment is about stands below its attributes.
            if (!isInComment || code.IsEmpty || code[0] == '[') return;
            isInComment = false;
            text.Append(code).Append("\n\n");
        }

        // A line that the cursor ends.
        public void AddPart(ReadOnlySpan<char> line)
        {
            if (ContentStart(line) is >= 0 and var start) text.Append(line[start..]);
        }

        public void AddRest(ReadOnlySpan<char> rest)
        {
            isInComment = true;
            text.Append(rest).Append('\n');
        }

        public override string ToString() => text.ToString();
    }
}
