using System.Collections.Frozen;
using Glassbox.Contracts.Text;

namespace Glassbox.Completion.Lexing;

/// <summary>The little that must be known of a language to find its tokens: comments, quotes and what makes a word.</summary>
/// <param name="Name">Languages are told apart by it: words of one are not offered in another.</param>
/// <param name="LineComments">What begins a comment that ends with its line.</param>
/// <param name="BlockOpen">What begins a comment of several lines, or null.</param>
/// <param name="BlockClose">What ends it.</param>
/// <param name="Quotes">What begins and ends a string; empty for prose.</param>
/// <param name="IsCSharp">Verbatim, raw and interpolated strings.</param>
/// <param name="HasLocals">Words in lower case are mostly names of the writer's own; not so in prose, data and markup.</param>
internal sealed record LexicalRules(
    string Name, string[] LineComments, string? BlockOpen, string? BlockClose, string Quotes, bool IsCSharp = false, bool HasLocals = true)
{
    private readonly FrozenSet<string> keywordSet = [];

    /// <summary>C#.</summary>
    public static LexicalRules CSharp { get; } = new("csharp", ["//"], "/*", "*/", "\"'", IsCSharp: true);

    /// <summary>What stands in documentation comments of C#: prose, tags, and the names of what it is about.</summary>
    public static LexicalRules Documentation { get; } = new("csharp documentation", [], null, null, "", HasLocals: false);

    /// <summary>Texts in quotes that may run over lines; longer openings first.</summary>
    public TextForm[] Forms { get; init; } = [];

    /// <summary>Raw texts with an end of their own.</summary>
    public RawTexts Raw { get; init; }

    /// <summary>Texts that begin on the next line.</summary>
    public HereTexts HereTexts { get; init; }

    /// <summary>How a string of one line holds its own quote.</summary>
    public TextEscape Escape { get; init; }

    /// <summary>Letters that may stand right before a quote and belong to it.</summary>
    public string Prefixes { get; init; } = "";

    /// <summary>A quote behind a letter is an apostrophe.</summary>
    public bool QuoteNeedsSpace { get; init; }

    /// <summary>An apostrophe that no other closes right away begins a name: a lifetime, a type parameter.</summary>
    public bool HasTicks { get; init; }

    /// <summary>Block comments lie within each other.</summary>
    public bool NestsComments { get; init; }

    /// <summary>A block comment begins at the start of a line.</summary>
    public bool BlockBeginsLine { get; init; }

    /// <summary>A comment begins at white space only: elsewhere its sign is part of a value.</summary>
    public bool CommentNeedsSpace { get; init; }

    /// <summary><c>#[…]</c> is an attribute where <c>#</c> begins a comment.</summary>
    public bool HasHashAttributes { get; init; }

    /// <summary>Slashes may enclose a pattern.</summary>
    public bool HasRegexes { get; init; }

    /// <summary>Quotes count inside of tags only.</summary>
    public bool HasTags { get; init; }

    /// <summary>Text for people: nothing is code.</summary>
    public bool IsProse { get; init; }

    /// <summary>What, beside letters, begins a word that goes on with a letter.</summary>
    public string WordStarts { get; init; } = "";

    /// <summary>What, beside letters, stands within a word.</summary>
    public string WordParts { get; init; } = "";

    /// <summary>What, beside letters, ends a word.</summary>
    public string WordEnds { get; init; } = "";

    /// <summary>What stands between a receiver and its member; empty where nothing has members.</summary>
    public string[] MemberOperators { get; init; } = [];

    /// <summary>Keywords, to be offered.</summary>
    public string[] Keywords
    {
        get;
        init
        {
            field = value;
            keywordSet = value.ToFrozenSet(StringComparer.Ordinal);
        }
    } = [];

    /// <summary>Keywords may be written in either case.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>The rules for a document; an extension that is not known lexes like the C family, under its own name.</summary>
    public static LexicalRules For(DocumentPath path) => path.IsCSharp ? CSharp : Languages.For(path.Name, path.Extension);

    /// <summary>A keyword, in either case where the language allows that.</summary>
    public bool IsKeyword(string word) => keywordSet.Contains(word) || (IgnoresCase && keywordSet.Contains(word.ToUpperInvariant()));

    /// <summary>A character that may begin a text in quotes.</summary>
    public bool BeginsText(char character)
    {
        if (Quotes.Contains(character) || Prefixes.Contains(character)) return true;
        if ((Raw == RawTexts.Lua && character == '[') || (Raw == RawTexts.Sql && character == '$')) return true;
        foreach (var form in Forms)
        {
            if (form.Open[0] == character) return true;
        }

        return false;
    }

    /// <summary>Where the word that begins at an offset ends; the offset itself where none begins.</summary>
    public int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        var at = start;
        while (at < text.Length && WordStarts.Contains(text[at])) at++;
        if (at > start && (at >= text.Length || char.IsAsciiDigit(text[at]) || IdentifierCharacters.PartLengthAt(text, at) == 0)) return start;
        while (true)
        {
            var end = IdentifierCharacters.EndOfWord(text, at);
            if (end == at) return end;
            at = end;
            if (at >= text.Length) return at;
            if (WordEnds.Contains(text[at])) return IsOperator(text, at) ? at : at + 1;
            if (!WordParts.Contains(text[at]) || at + 1 >= text.Length || IdentifierCharacters.PartLengthAt(text, at + 1) == 0) return at;
            at++;
        }
    }

    /// <summary>Where the word that ends at an offset begins; it may end with what only stands within one, for it is being typed.</summary>
    public int StartOfWord(ReadOnlySpan<char> text, int end)
    {
        var at = end;
        while (true)
        {
            var start = IdentifierCharacters.StartOfWord(text, at);
            if (start == at && at != end) break;
            at = start;
            if (at == 0 || !WordParts.Contains(text[at - 1]) || IdentifierCharacters.PartLengthBefore(text, at - 1) == 0) break;
            at--;
        }

        while (at > 0 && WordStarts.Contains(text[at - 1])) at--;
        return at;
    }

    private static bool IsOperator(ReadOnlySpan<char> text, int at) => at + 1 < text.Length && text[at + 1] is '=' or '.' or ':' or '?';
}
