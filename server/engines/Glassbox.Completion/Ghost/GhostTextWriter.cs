using System.Runtime.InteropServices;
using System.Text;
using Glassbox.Completion.Counts;
using Glassbox.Completion.Lexing;

namespace Glassbox.Completion.Ghost;

/// <summary>
/// Goes on writing a line as the workspace would: token by token, the most likely one each time, as long as the whole
/// stays likely enough.
/// </summary>
internal static class GhostTextWriter
{
    private const int MostTokens = 32;
    private const int ReasonTokens = 4;
    private const int ShortestText = 2;

    // How many occurrences of the shorter context's opinion count as: with 2, what was seen once stays below one half.
    private const double Backoff = 2;

    /// <summary>What may follow, or null where nothing is likely enough.</summary>
    /// <param name="before">Text up to the cursor; a few lines are enough.</param>
    /// <param name="after">The rest of the cursor's line.</param>
    /// <param name="rules">The language.</param>
    /// <param name="threshold">The least confidence.</param>
    /// <param name="look">The evidence before the word at the cursor, given how many code units of it are written.</param>
    public static GhostProposal? Write(
        ReadOnlySpan<char> before, ReadOnlySpan<char> after, LexicalRules rules, double threshold, Func<int, TokenEvidence> look)
    {
        if (!CanFollow(before, after, rules, out var tokens)) return null;
        var partial = "";
        if (tokens is [.., { Kind: CodeTokenKind.Identifier or CodeTokenKind.Number } last] && last.End == before.Length) partial = last.In(before).ToString();
        var evidence = look(partial.Length);
        var context = new List<int>(TokenEvidence.Longest + MostTokens);
        context.AddRange(evidence.Buffer.Before.AsSpan(Math.Max(0, evidence.Buffer.Before.Length - TokenEvidence.Longest)));

        var stop = FirstToken(after, rules);
        var touching = before.Length > 0 && !char.IsWhiteSpace(before[^1]);
        var reason = "";
        var text = new StringBuilder();
        var confidence = 1.0;
        var good = (Length: 0, Confidence: 0.0);
        var depth = 0;
        for (var written = 0; written < MostTokens; written++)
        {
            if (Best(evidence, context, partial) is not { } best || confidence * best.Probability < threshold) break;
            var number = TokenSequence.NumberOf(best.Token);
            if (number is Lexicon.LineBreak or Lexicon.Opaque) break;
            var word = evidence.Buffer.TextOf(number);
            depth += DepthOf(word);
            if (depth < 0 && stop.Length == 0 && !HasOpenBracket(before)) break;
            if (depth <= 0 && stop.Length > 0 && word.AsSpan().SequenceEqual(stop)) break;
            if (reason.Length == 0) reason = Reason(evidence.Buffer, context, best.Count);
            if (partial.Length == 0 && TokenSequence.HasSpace(best.Token) && (text.Length > 0 || touching)) text.Append(' ');
            text.Append(word, partial.Length, word.Length - partial.Length);
            confidence *= best.Probability;
            partial = "";
            context.Add(best.Token);

            // What opens a bracket and does not close it, or ends in a dot, would not parse; it is cut back to here.
            if (depth <= 0 && MayEnd(word)) good = (text.Length, confidence);
        }

        var result = text.ToString(0, good.Length).TrimEnd();
        return result.Trim().Length < ShortestText ? null : new GhostProposal(result, good.Confidence, reason);
    }

    private static bool CanFollow(ReadOnlySpan<char> before, ReadOnlySpan<char> after, LexicalRules rules, out List<CodeToken> tokens)
    {
        tokens = [];
        foreach (var character in after)
        {
            // Only closing punctuation may follow: anything else would have to fit what is written.
            if (IdentifierCharacters.IsPart(character) || character is '"' or '\'' or '(' or '{' or '[' or '.' or '=' || char.IsSurrogate(character)) return false;
        }

        var lexer = new CodeLexer(before, rules);
        while (lexer.MoveNext()) tokens.Add(lexer.Current);
        if (lexer.EndsInComment) return false;
        for (var i = tokens.Count - 1; i >= 0 && tokens[i].Kind != CodeTokenKind.LineBreak; i--)
        {
            // A quote without its partner: the cursor is in a string.
            if (tokens[i].Kind == CodeTokenKind.Operator && rules.Quotes.Contains(before[tokens[i].Start])) return false;
        }

        return true;
    }

    private static (int Token, double Probability, int Count)? Best(TokenEvidence evidence, List<int> context, string partial) =>
        evidence.After(CollectionsMarshal.AsSpan(context)).Likeliest(
            NgramCounts.Shortest,
            Backoff,
            token => partial.Length == 0 || evidence.Buffer.TextOf(TokenSequence.NumberOf(token)).StartsWith(partial, StringComparison.Ordinal));

    private static string Reason(BufferTokens buffer, List<int> context, int count)
    {
        var words = new List<string>();
        for (var i = context.Count - 1; i >= 0 && words.Count < ReasonTokens; i--)
        {
            var number = TokenSequence.NumberOf(context[i]);
            if (number == Lexicon.LineBreak) break;
            words.Insert(0, number == Lexicon.Opaque ? "…" : buffer.TextOf(number));
        }

        var times = count == 1 ? "once" : $"{count} times";
        return words.Count == 0 ? $"seen {times} after such a line" : $"seen {times} after '{string.Join(' ', words)}'";
    }

    private static string FirstToken(ReadOnlySpan<char> after, LexicalRules rules)
    {
        var lexer = new CodeLexer(after, rules);
        return lexer.MoveNext() ? lexer.Current.In(after).ToString() : "";
    }

    private static int DepthOf(string token) => token switch
    {
        "(" or "[" or "{" => 1,
        ")" or "]" or "}" => -1,
        _ => 0,
    };

    private static bool MayEnd(string token) =>
        IdentifierCharacters.PartLengthAt(token, 0) > 0 || token[^1] is '"' or '\'' or ')' or ']' or '}' or ';' or ':' or '>' || token is "++" or "--";

    private static bool HasOpenBracket(ReadOnlySpan<char> before)
    {
        var line = before[(before.LastIndexOfAny('\r', '\n') + 1)..];
        var depth = 0;
        foreach (var character in line) depth += character is '(' or '[' or '{' ? 1 : character is ')' or ']' or '}' ? -1 : 0;
        return depth > 0;
    }
}
