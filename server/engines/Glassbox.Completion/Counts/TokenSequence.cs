using System.Collections.Immutable;
using Glassbox.Completion.Lexing;

namespace Glassbox.Completion.Counts;

/// <summary>
/// A document as numbers: twice the token's number in the <see cref="Lexicon"/>, plus one where a space stands before it.
/// Kept for each learned document, so that exactly it can be unlearned.
/// </summary>
internal static class TokenSequence
{
    // Longer strings are data, not habits.
    private const int LongestString = 40;
    private const int LongestWord = 80;

    public static int NumberOf(int token) => token >> 1;

    public static bool HasSpace(int token) => (token & 1) != 0;

    public static ImmutableArray<int> Of(ReadOnlySpan<char> text, IReadOnlyList<CodeToken> tokens, Lexicon lexicon)
    {
        var numbers = ImmutableArray.CreateBuilder<int>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++) numbers.Add(Number(text, tokens[i], lexicon));
        return numbers.MoveToImmutable();
    }

    private static int Number(ReadOnlySpan<char> text, CodeToken token, Lexicon lexicon)
    {
        if (token.Kind == CodeTokenKind.LineBreak) return Lexicon.LineBreak << 1;
        var longest = token.Kind == CodeTokenKind.String ? LongestString : LongestWord;
        var number = token.Length > longest ? Lexicon.Opaque : lexicon.Intern(token.In(text));
        return (number << 1) | (token.SpaceBefore ? 1 : 0);
    }
}
