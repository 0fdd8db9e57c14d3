namespace Glassbox.Completion.Lexing;

/// <summary>What the general lexer tells apart.</summary>
internal enum CodeTokenKind
{
    Identifier,
    Number,
    String,
    Operator,
    LineBreak,
}
