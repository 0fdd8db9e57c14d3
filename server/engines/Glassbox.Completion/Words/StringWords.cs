using Glassbox.Completion.Corpus;
using Glassbox.Completion.Ranking;
using Glassbox.Contracts.Completion;

namespace Glassbox.Completion.Words;

/// <summary>Whole strings that were written at such places: keys, names of modules, values of settings.</summary>
internal static class StringWords
{
    private const double Least = 0.01;
    private const int Most = 20;

    // Above all words.
    private const double Base = 1000;

    /// <summary>What a string that is begun may go on with, from the word at the cursor on.</summary>
    /// <param name="prediction">What comes where the string begins.</param>
    /// <param name="buffer">The buffer's words.</param>
    /// <param name="begun">The string as far as it is typed, with its quote.</param>
    /// <param name="typed">The word at its end.</param>
    public static List<OfferedWord> Of(Prediction prediction, BufferTokens buffer, string begun, string typed)
    {
        var offered = new List<OfferedWord>();
        var skip = begun.Length - typed.Length;
        foreach (var (token, probability) in prediction.Tokens)
        {
            if (probability < Least || offered.Count == Most) break;
            if (Token.ClassOf(token) != TokenClass.String || !Lexicon.IsText(Token.NumberOf(token))) continue;
            var text = buffer.TextOf(Token.NumberOf(token));
            if (text.Length <= begun.Length + 1 || text[^1] != begun[0] || !text.StartsWith(begun[..skip], StringComparison.Ordinal)) continue;
            var rest = text[skip..^1];
            if (rest.ContainsAny('\r', '\n')) continue;
            offered.Add(new OfferedWord(rest, CandidateKind.Value, WordFacts.Unseen, NameMatcher.Match(rest, typed), Base + probability, probability));
        }

        return offered;
    }
}
