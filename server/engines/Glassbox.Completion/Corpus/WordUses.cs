namespace Glassbox.Completion.Corpus;

/// <summary>How a word is used, told by its neighbours.</summary>
/// <param name="Count">How often it is used at all.</param>
/// <param name="AsMember">How often after a dot or another operator that leads to a member.</param>
/// <param name="Called">How often before an opening parenthesis.</param>
internal readonly record struct WordUses(int Count, int AsMember, int Called)
{
    /// <summary>The use of a document's token.</summary>
    public static WordUses At(ReadOnlySpan<int> tokens, int index)
    {
        var before = index > 0 ? Token.NumberOf(tokens[index - 1]) : 0;
        var after = index + 1 < tokens.Length ? Token.NumberOf(tokens[index + 1]) : 0;
        return new WordUses(1, before is Lexicon.Dot or Lexicon.ConditionalDot or Lexicon.Pointer or Lexicon.Scope ? 1 : 0, after == Lexicon.OpenParenthesis ? 1 : 0);
    }

    public static WordUses operator +(WordUses left, WordUses right) => new(left.Count + right.Count, left.AsMember + right.AsMember, left.Called + right.Called);

    public static WordUses operator -(WordUses left, WordUses right) => left + (right * -1);

    public static WordUses operator *(WordUses uses, int sign) => new(uses.Count * sign, uses.AsMember * sign, uses.Called * sign);
}
