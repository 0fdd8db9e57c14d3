using System.Collections.Immutable;
using System.Text;
using Glassbox.Completion.Corpus;
using Glassbox.Completion.Lexing;

namespace Glassbox.Completion.Ghost;

/// <summary>Writes what may follow a cursor as text: lines that end where what stands behind the cursor begins.</summary>
internal sealed class GhostTextWriter(ContextEvidence evidence, LexicalRules rules)
{
    private const int Width = 3;
    private const int ShortestText = 2;
    private const int ReasonTokens = 4;
    private const int MostSources = 3;

    // How often a word that touches the cursor is finished though nothing was seen to say so.
    private const double Finished = 0.3;

    // A part of a line is shown only where it is all but certain: it is less than what is wanted.
    private const double SurePart = 0.8;

    /// <summary>What may follow, most confident first.</summary>
    /// <param name="typed">The word at the cursor.</param>
    /// <param name="isChosen">That word is complete: the popup's selected item.</param>
    /// <param name="after">The rest of the cursor's line: closing punctuation at most.</param>
    /// <param name="beforeWord">The character before the word.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public List<GhostProposal> Write(string typed, bool isChosen, string after, char beforeWord, CancellationToken cancellationToken)
    {
        var context = evidence.Buffer.Before;
        var lines = new LineWriter(evidence);
        var stop = FirstToken(after);
        var proposals = new List<GhostProposal>();
        if (typed.Length == 0)
        {
            Add(context, lines.Write(context, null, Width, cancellationToken), 1, 0, !char.IsWhiteSpace(beforeWord));
        }
        else
        {
            var number = evidence.Buffer.NumberOf(typed);
            var whole = isChosen ? 1 : ShareOfWhole(context, typed);
            var word = Token.Of(number, ClassOf(number, context), !IsTight(beforeWord));
            int[] behind = [.. context, word];
            Add(behind, lines.Write(behind, null, Width, cancellationToken), whole, 0, true);
            if (whole < 1) Add(context, lines.Write(context, token => Completes(token, typed), Width, cancellationToken), 1 - whole, typed.Length, false);
        }

        proposals.Sort(static (left, right) => right.Confidence.CompareTo(left.Confidence));
        return proposals;

        void Add(int[] before, List<WrittenLine> written, double share, int skip, bool touches)
        {
            foreach (var line in written)
            {
                if (Trim(line, stop, before) is not { Tokens.IsEmpty: false } kept) continue;
                var text = Render(kept.Tokens, touches);
                if (text.Length <= skip || text.AsSpan(skip).Trim().Length < ShortestText) continue;
                var confidence = kept.IsComplete ? kept.Probability * share : Math.Max(0, (kept.Probability * share) - SurePart) / (1 - SurePart);
                var (reason, sources) = Explain(before);
                proposals.Add(new GhostProposal(text[skip..], confidence, reason, sources));
            }
        }
    }

    private double ShareOfWhole(int[] context, string typed)
    {
        double exact = 0, longer = 0;
        foreach (var (token, probability, _) in Prediction.Of(evidence, context, []).Tokens)
        {
            if (!Lexicon.IsText(Token.NumberOf(token))) continue;
            var text = evidence.Buffer.TextOf(Token.NumberOf(token));
            if (text == typed) exact += probability;
            else if (text.StartsWith(typed, StringComparison.Ordinal)) longer += probability;
        }

        return (exact + (Finished * 0.05)) / (exact + longer + 0.05);
    }

    private bool Completes(int token, string typed)
    {
        if (!Lexicon.IsText(Token.NumberOf(token))) return false;
        var text = evidence.Buffer.TextOf(Token.NumberOf(token));
        return text.Length > typed.Length && text.StartsWith(typed, StringComparison.Ordinal);
    }

    private TokenClass ClassOf(int number, int[] context)
    {
        var traits = evidence.Buffer.TraitsOf(number);
        var keyword = rules.IsCSharp ? WordTraits.CSharpKeyword : WordTraits.OtherKeyword;
        if ((traits & WordTraits.Word) == 0 || (traits & keyword) != 0 || !rules.HasLocals) return TokenClass.Word;
        var isMember = context is [.., var last] && Token.NumberOf(last) is Lexicon.Dot or Lexicon.ConditionalDot;
        return (traits & WordTraits.Upper) != 0 || isMember ? TokenClass.Name : TokenClass.Local;
    }

    // Ends the line where what stands behind the cursor goes on, and before a bracket that this line did not open.
    private WrittenLine? Trim(WrittenLine line, string stop, int[] before)
    {
        var depth = 0;
        for (var i = 0; i < line.Tokens.Length; i++)
        {
            var word = evidence.Buffer.TextOf(Token.NumberOf(line.Tokens[i]));
            if (depth <= 0 && stop.Length > 0 && word == stop) return new WrittenLine(line.Tokens[..i], line.Probability, IsComplete: true);
            depth += word is "(" or "[" or "{" ? 1 : word is ")" or "]" or "}" ? -1 : 0;
            if (depth < 0 && stop.Length == 0 && depth < -OpenBrackets(before)) return new WrittenLine(line.Tokens[..i], line.Probability, IsComplete: false);
        }

        return stop.Length > 0 && line.IsComplete ? null : line;
    }

    private static int OpenBrackets(ReadOnlySpan<int> before)
    {
        var depth = 0;
        for (var at = before.Length - 1; at >= 0 && before.Length - at < 200; at--)
        {
            var number = Token.NumberOf(before[at]);
            if (number is Lexicon.Semicolon or Lexicon.OpenBrace or Lexicon.CloseBrace && depth >= 0 && at < before.Length - 1) return Math.Max(0, depth) + (number == Lexicon.OpenBrace ? 1 : 0);
            depth += number is Lexicon.OpenParenthesis or Lexicon.OpenBracket ? 1 : number is Lexicon.CloseParenthesis or Lexicon.CloseBracket ? -1 : 0;
        }

        return Math.Max(0, depth);
    }

    private string Render(ImmutableArray<int> tokens, bool touches)
    {
        var text = new StringBuilder();
        foreach (var token in tokens)
        {
            if (Token.HasSpace(token) && (text.Length > 0 || touches)) text.Append(' ');
            text.Append(evidence.Buffer.TextOf(Token.NumberOf(token)));
        }

        return text.ToString().TrimEnd();
    }

    private (string Reason, ImmutableArray<string> Sources) Explain(int[] context)
    {
        var places = new List<Occurrence>();
        Prediction.Of(evidence, context, places);
        var best = places.OrderByDescending(place => place.Weight).Take(MostSources).ToList();
        var sources = best.Select(evidence.DocumentOf).OfType<StoredDocument>().Select(document => document.Source.Value).Distinct().ToImmutableArray();
        var words = new List<string>();
        for (var i = context.Length - 1; i >= 0 && words.Count < ReasonTokens && !Token.IsBreak(context[i]); i--)
        {
            var number = Token.NumberOf(context[i]);
            words.Insert(0, Lexicon.IsText(number) ? evidence.Buffer.TextOf(number) : "…");
        }

        var count = places.Count(place => place.Likeness.Alike >= Math.Min(2, words.Count));
        var times = count == 1 ? "once" : $"{count} times";
        return (words.Count == 0 ? $"seen {times} after such a line" : $"seen {times} after '{string.Join(' ', words)}'", sources);
    }

    private string FirstToken(string after)
    {
        var lexer = new CodeLexer(after, rules);
        return lexer.MoveNext() ? lexer.Current.In(after).ToString() : "";
    }

    private static bool IsTight(char before) => !char.IsWhiteSpace(before);
}
