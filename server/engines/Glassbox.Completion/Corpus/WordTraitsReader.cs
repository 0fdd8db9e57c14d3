using System.Collections.Frozen;
using Glassbox.Completion.Lexing;
using Microsoft.CodeAnalysis.CSharp;

namespace Glassbox.Completion.Corpus;

/// <summary>Reads <see cref="WordTraits"/>.</summary>
internal static class WordTraitsReader
{
    private static readonly FrozenSet<string> CSharp = SyntaxFacts.GetReservedKeywordKinds().Select(SyntaxFacts.GetText)
        .Concat([
            "var", "async", "await", "nameof", "when", "where", "select", "from", "orderby", "descending", "ascending", "let", "join", "group", "into", "get", "set",
            "init", "add", "remove", "value", "yield", "partial", "record", "required", "dynamic", "not", "and", "or", "with", "global", "file", "scoped", "nint", "nuint", "unmanaged", "notnull",
        ]).ToFrozenSet(StringComparer.Ordinal);

    // Python, JavaScript and TypeScript, Java, Go, Rust, C, Ruby, Kotlin and shells: what a line is built from, not what it is about.
    private static readonly FrozenSet<string> Other = new[]
    {
        "if", "else", "elif", "for", "while", "do", "switch", "case", "default", "break", "continue", "return", "try", "catch", "except", "finally", "raise", "throw", "throws",
        "with", "as", "in", "is", "not", "and", "or", "of", "def", "class", "struct", "enum", "interface", "trait", "impl", "type", "fn", "func", "function", "fun", "lambda",
        "let", "const", "var", "val", "mut", "static", "final", "public", "private", "protected", "internal", "abstract", "override", "async", "await", "yield", "new", "delete",
        "import", "from", "export", "package", "module", "use", "pub", "mod", "self", "this", "super", "null", "nil", "none", "true", "false", "undefined", "void", "int", "long",
        "float", "double", "bool", "boolean", "char", "byte", "short", "string", "str", "any", "number", "extends", "implements", "typeof", "instanceof", "pass", "global", "nonlocal",
        "assert", "defer", "go", "chan", "map", "range", "select", "match", "where", "loop", "unsafe", "end", "then", "fi", "done", "esac", "begin", "rescue", "ensure", "unless", "until",
        "echo", "local", "namespace", "template", "typename", "using", "include", "define", "endif", "ifdef", "pragma", "keyof", "readonly", "declare", "goto", "unsigned", "signed",
        "elsif", "elseif", "foreach", "endforeach", "require", "when", "extern", "inline", "sizeof", "typedef", "union", "volatile", "crate", "dyn", "ref", "move", "synchronized", "transient",
        "native", "del", "rec", "infer", "satisfies", "repeat", "fallthrough", "constexpr", "noexcept", "virtual", "operator", "lateinit", "companion", "mutable", "puts", "alias",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The traits of a token's text.</summary>
    public static WordTraits Of(ReadOnlySpan<char> text)
    {
        // Signs that some languages' names begin with: $name, @name, --name.
        if (text.Length > 1 && text[0] is '$' or '@' or '-') text = text.TrimStart("$@-");
        if (text.IsEmpty || char.IsAsciiDigit(text[0]) || IdentifierCharacters.PartLengthAt(text, 0) == 0) return WordTraits.None;
        var traits = WordTraits.Word;
        if (char.IsUpper(text[0])) return traits | WordTraits.Upper;
        if (CSharp.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text)) traits |= WordTraits.CSharpKeyword;
        if (Other.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text)) traits |= WordTraits.OtherKeyword;
        return traits;
    }
}
