using Glassbox.Completion.CSharp.Snippets;
using Glassbox.Contracts.Completion;

namespace Glassbox.Completion.CSharp.Texts;

/// <summary>Escapes, groups and classes of regular expressions.</summary>
internal static class RegexParts
{
    private static readonly (string Text, string Example)[] Escapes =
    [
        (@"\d", "0-9"), (@"\D", "[^0-9]"), (@"\w", "a-z 0-9 _"), (@"\W", "[^a-z 0-9 _]"), (@"\s", "[ \\t\\n…]"), (@"\S", "[^ \\t\\n…]"), (@"\b", "word|"), (@"\B", "wo|rd"),
        (@"\A", "|text"), (@"\z", "text|"), (@"\Z", "text|\\n"), (@"\G", "…|match"), (@"\t", "U+0009"), (@"\n", "U+000A"), (@"\r", "U+000D"), (@"\.", "."), (@"\\", "\\"),
        (@"\p{L}", "Unicode category"), (@"\P{L}", "Unicode category"), (@"\k<name>", "(?<name>…)"), (@"\x00", "U+0000"), (@"\u0000", "U+0000"),
    ];

    private static readonly (string Text, string Example)[] Groups =
    [
        ("(?<name>)", "(?<name>…)"), ("(?:)", "(?:…)"), ("(?=)", "…(?=next)"), ("(?!)", "…(?!next)"), ("(?<=)", "(?<=before)…"), ("(?<!)", "(?<!before)…"), ("(?>)", "(?>…)"), ("(?i)", "RegexOptions.IgnoreCase"),
    ];

    private static readonly (string Text, string Example)[] Others =
    [
        ("^", "|text"), ("$", "text|"), ("[^]", "[^…]"), ("*?", "0…"), ("+?", "1…"), ("{1,}", "1…"),
    ];

    public static TextPopup Of(StringPlace place)
    {
        // In an ordinary string "\\d" is written for \d; half of the pair may be there.
        var written = place.Written;
        var slashes = written.Length - written.TrimEnd('\\').Length;
        var step = place.DoublesBackslashes ? 2 : 1;
        if (slashes % (2 * step) is > 0 and var open)
            return TextPopup.Of(place.Cursor - open, Escapes.Select(part => ToEntry(part, place)));
        if (written.EndsWith('(')) return TextPopup.Of(place.Cursor - 1, Groups.Select(part => ToEntry(part, place)));
        return TextPopup.Of(place.Cursor, Escapes.Concat(Groups).Concat(Others).Select(part => ToEntry(part, place)));
    }

    private static PopupEntry ToEntry((string Text, string Example) part, StringPlace place)
    {
        var text = place.DoublesBackslashes ? part.Text.Replace("\\", "\\\\", StringComparison.Ordinal) : part.Text;
        var inside = text.Length > 2 && text[0] is '(' or '[' && text[^1] is ')' or ']' && part.Text != "(?i)";
        var closing = inside && place.After == text[^1] ? "" : inside ? text[^1..] : "";
        var head = inside ? text[..^1] : text;
        return new PopupEntry(part.Text, CandidateKind.Value, 0)
        {
            Detail = part.Example,
            Insert = head + closing,
            Filter = text == part.Text ? null : text,
            Snippet = inside ? SnippetTemplate.Escape(head) + "$1" + closing : null,
        };
    }
}
