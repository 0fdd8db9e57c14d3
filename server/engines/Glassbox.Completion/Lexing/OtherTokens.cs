namespace Glassbox.Completion.Lexing;

/// <summary>What the lexer must remember of a text that is not C#, and the tokens of such a text.</summary>
internal struct OtherTokens
{
    private const int LongestRegex = 400;

    private static readonly string[] LongOperators =
    [
        "===", "!==", "...", "..=", "..<", "??=", "**=", "&&=", "||=", "<=>", "?->", "~>", "=>", "==", "!=", "<=", ">=", "&&", "||", "??", "?.", "&.", "->", "<-", "::", ":=",
        "++", "--", "+=", "-=", "*=", "/=", "%=", "|=", "&=", "^=", "**", "..", "|>", "=~", "</", "/>",
    ];

    // Behind these words a slash begins a pattern.
    private static readonly string[] BeforeRegex = ["return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "yield", "await", "and", "or", "not", "if", "unless", "when"];

    private bool isInTag;
    private bool noMore;
    private int hereStart;
    private int hereLength;

    /// <summary>What is known before the first character.</summary>
    public OtherTokens(ReadOnlySpan<char> text, LexicalRules rules)
    {
        // The rest of a tag may come first, for a text may begin anywhere.
        if (rules.HasTags) isInTag = text.IndexOfAny('<', '>') is var first and >= 0 && text[first] == '>';
    }

    /// <summary>A text that runs over lines began and did not end.</summary>
    public bool IsInText { get; private set; }

    /// <summary>The length of the comment that begins here, or of the text whose name an earlier line told; and whether it is open.</summary>
    public (int Length, bool IsOpen) Skip(ReadOnlySpan<char> text, int at, bool afterBreak, LexicalRules rules)
    {
        if (hereLength > 0 && afterBreak)
        {
            var end = HereTextReader.EndOf(text, at, text.Slice(hereStart, hereLength));
            hereLength = 0;
            if (end > at) return (end - at, false);
            noMore = true;
            IsInText |= text[hereStart - 1] != ' ';
        }

        return CommentReader.At(text, at, rules);
    }

    /// <summary>Measures the token that begins at an offset.</summary>
    /// <param name="text">Everything.</param>
    /// <param name="at">The offset.</param>
    /// <param name="rules">The language.</param>
    /// <param name="before">The token before it.</param>
    public (int Length, CodeTokenKind Kind) Measure(ReadOnlySpan<char> text, int at, LexicalRules rules, CodeToken before)
    {
        var character = text[at];
        if (char.IsAsciiDigit(character)) return (NumberLength(text, at, rules), CodeTokenKind.Number);
        if (rules.BeginsText(character) && (!rules.HasTags || isInTag))
        {
            var length = TextLengths.At(text, at, rules, !noMore);
            if (length > 0) return (length, CodeTokenKind.String);
            if (length < 0) IsInText = noMore = true;
        }

        if (rules.EndOfWord(text, at) - at is var word and > 0) return (word, CodeTokenKind.Identifier);
        if (character == '\'' && rules.HasTicks && at + 1 < text.Length && rules.EndOfWord(text, at + 1) is var tick && tick > at + 1) return (tick - at, CodeTokenKind.Identifier);
        if (character == '/' && rules.HasRegexes && MayBeRegex(text, at, before) && RegexLength(text[at..]) is var regex and > 0) return (regex, CodeTokenKind.String);
        if (character == '<' && !noMore && hereLength == 0 && HereTextReader.NameAt(text, at, rules.HereTexts) is { IsEmpty: false } name)
        {
            hereLength = name.Length;
            hereStart = at + text[at..].IndexOf(name, StringComparison.Ordinal);
        }

        if (rules.HasTags) isInTag = character == '<' ? at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]) : isInTag && character != '>';
        return (OperatorLength(text[at..], rules), CodeTokenKind.Operator);
    }

    private static int OperatorLength(ReadOnlySpan<char> rest, LexicalRules rules)
    {
        if (rules.IsProse)
        {
            // Headings, rules and fences are as long as the writer liked.
            var run = 1;
            while (rest[0] is '#' or '-' or '=' or '*' or '`' or '~' or '_' && run < rest.Length && rest[run] == rest[0]) run++;
            if (run > 1) return run;
        }

        foreach (var candidate in LongOperators)
        {
            if (candidate[0] == rest[0] && rest.StartsWith(candidate, StringComparison.Ordinal)) return candidate.Length;
        }

        return rest.Length > 1 && char.IsHighSurrogate(rest[0]) && char.IsLowSurrogate(rest[1]) ? 2 : 1;
    }

    private static int NumberLength(ReadOnlySpan<char> text, int at, LexicalRules rules)
    {
        var end = at + 1;
        while (end < text.Length
            && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'
                || ((text[end] == '.' || (text[end] == '\'' && rules.Raw == RawTexts.Cpp)) && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        return end - at;
    }

    private static bool MayBeRegex(ReadOnlySpan<char> text, int at, CodeToken before) => before.Kind switch
    {
        CodeTokenKind.LineBreak => true,
        CodeTokenKind.Identifier => BeforeRegex.AsSpan().Contains(before.In(text).ToString()),
        // A closing tag is no pattern, and behind what closes a slash divides.
        CodeTokenKind.Operator => before.Length == 0 || (text[before.End - 1] is not (')' or ']' or '}') && !(text[before.End - 1] == '<' && before.End == at)),
        _ => false,
    };

    private static int RegexLength(ReadOnlySpan<char> rest)
    {
        var inClass = false;
        for (var end = 1; end < rest.Length && end < LongestRegex && rest[end] is not ('\r' or '\n'); end++)
        {
            if (rest[end] == '\\') end++;
            else if (rest[end] == '[') inClass = true;
            else if (rest[end] == ']') inClass = false;
            else if (rest[end] == '/' && !inClass)
            {
                if (end == 1 || (end + 1 < rest.Length && rest[end + 1] == '>')) return 0;
                end++;
                while (end < rest.Length && char.IsAsciiLetterLower(rest[end])) end++;
                return end;
            }
        }

        return 0;
    }
}
