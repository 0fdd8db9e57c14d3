using System.Collections.Frozen;

namespace Glassbox.Completion.NextEdit;

/// <summary>
/// Words that carry a line's shape, whatever the language: two lines that differ in one of them are not alike. Names of
/// built-in types are left out, since like declarations differ in them.
/// </summary>
internal static class Keywords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = new[]
    {
        "abstract", "and", "as", "assert", "async", "await", "break", "case", "catch", "checked", "class", "const", "continue", "def", "default",
        "defer", "del", "delegate", "do", "elif", "else", "enum", "event", "except", "explicit", "export", "extends", "extern", "false", "final",
        "finally", "fixed", "fn", "for", "foreach", "from", "func", "function", "global", "if", "impl", "implements", "implicit",
        "import", "in", "instanceof", "interface", "internal", "is", "lambda", "let", "lock", "module", "mut",
        "namespace", "new", "nil", "None", "nonlocal", "not", "null", "operator", "or", "out", "override", "package", "params", "partial", "pass",
        "private", "protected", "pub", "public", "raise", "readonly", "ref", "require", "required", "return", "sealed", "self", "sizeof",
        "static", "struct", "super", "switch", "this", "throw", "throws", "trait", "true", "try", "typeof", "undefined", "unless",
        "unsafe", "until", "using", "var", "virtual", "void", "volatile", "when", "where", "while", "with", "yield",
        "True", "False",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    // After these a call stands; after any other word, a name that is being declared.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeExpressions = new[]
    {
        "and", "as", "assert", "await", "case", "defer", "do", "elif", "else", "from", "go", "if", "in", "is", "not", "or", "raise", "return", "then",
        "throw", "unless", "until", "when", "while", "yield",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for a word that is no name.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);

    /// <summary>True where an expression follows.</summary>
    public static bool ComeBeforeExpression(ReadOnlySpan<char> word) => BeforeExpressions.Contains(word);
}
