using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>go.mod: the modules that are required, whether directly or not.</summary>
internal static class GoModManifest
{
    private const string Require = "require";

    private static readonly string[] Directives = [Require, "module", "go", "toolchain", "replace", "exclude", "retract", "godebug", "tool", "ignore"];

    public static void Read(string text, ManifestBuilder manifest)
    {
        Written? block = null;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            var words = WordsOf(text, start, end);
            start = end + 1;
            if (words.Count == 0) continue;
            if (block is not null)
            {
                if (words[0].Text == ")") block = null;
                else if (block.Text == Require) AddModule(words, manifest);
                continue;
            }

            if (!Directives.Contains(words[0].Text, StringComparer.Ordinal)) manifest.Report("No directive of a module file begins so.", words[0].Span.Start, words[^1].Span.End);
            else if (words.Count > 1 && words[1].Text == "(") block = words[0];
            else if (words[0].Text == Require) AddModule(words[1..], manifest);
        }

        if (block is not null) manifest.Report("The block does not end.", block.Span.Start, block.Span.End);
    }

    private static void AddModule(List<Written> words, ManifestBuilder manifest)
    {
        if (words.Count == 2) manifest.Add(words[0], words[1]);
        else if (words.Count > 0) manifest.Report("A requirement is a module and its version.", words[0].Span.Start, words[^1].Span.End);
    }

    // Up to the comment; names with odd characters stand in quotes.
    private static List<Written> WordsOf(string text, int start, int end)
    {
        var words = new List<Written>();
        for (var at = start; at < end;)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] == '\uFEFF')
            {
                at++;
                continue;
            }

            if (text[at] == '/' && at + 1 < end && text[at + 1] == '/') break;
            if (text[at] is '(' or ')')
            {
                words.Add(new Written(text[at].ToString(), new TextSpan(at, 1)));
                at++;
                continue;
            }

            var first = at;
            while (at < end && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')')) at++;
            var isQuoted = at - first > 2 && text[first] is '"' or '`' && text[at - 1] == text[first];
            var (from, to) = isQuoted ? (first + 1, at - 1) : (first, at);
            words.Add(new Written(text[from..to], TextSpan.FromBounds(from, to)));
        }

        return words;
    }
}
