using System.Collections.Immutable;
using Glassbox.Completion.Corpus;
using Glassbox.Completion.CSharp;
using Glassbox.Completion.Lexing;

namespace Glassbox.Completion.Ghost;

/// <summary>Drafts what may follow a cursor: lines that end where what stands behind the cursor begins, and blocks of lines.</summary>
internal sealed class GhostTextWriter(ContextEvidence evidence, LexicalRules rules, NameGuide? guide, double threshold, bool onDemand)
{
    // Who asked for it is shown alternatives, and the first that holds may be the fourth.
    private const int Width = 3;
    private const int WidthOnDemand = 8;
    private const double SlackOnDemand = 10;
    private const int MostLines = 8;

    // How often a word that touches the cursor is finished though nothing was seen to say so, and what that is worth.
    private const double Finished = 0.3;
    private const double Doubt = 0.05;

    // A part of a line is less than what is wanted, and is shown only where it is all but certain.
    private const double SurePart = 0.75;

    // Further lines are written while nearly all that speaks speaks for them.
    private const double Unanimous = 0.75;

    private readonly LineWriter lines = new(evidence, guide);
    private readonly int width = onDemand ? WidthOnDemand : Width;
    private readonly double slack = onDemand ? SlackOnDemand : 1;

    /// <summary>What may follow on the cursor's line, most confident first.</summary>
    /// <param name="typed">The word at the cursor.</param>
    /// <param name="isChosen">That word is complete: the popup's selected item.</param>
    /// <param name="after">The rest of the cursor's line: closing punctuation at most.</param>
    /// <param name="beforeWord">The character before the word.</param>
    /// <param name="session">What fits there, where it is known.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public List<GhostDraft> Draft(string typed, bool isChosen, string after, char beforeWord, PopupSession? session, CancellationToken cancellationToken)
    {
        var context = evidence.Buffer.Before;
        var stop = FirstToken(after);
        var drafts = new List<GhostDraft>();
        if (typed.Length == 0)
        {
            Add(context, lines.Write(context, session is null ? null : FirstTokens.Of(session, evidence), width, slack, threshold, cancellationToken), 1, 0, !char.IsWhiteSpace(beforeWord));
        }
        else
        {
            var whole = isChosen ? 1 : ShareOfWhole(typed);
            int[] behind = [.. context, Token.Of(evidence.Buffer.NumberOf(typed), ClassOf(typed, context), char.IsWhiteSpace(beforeWord))];
            Add(behind, lines.Write(behind, null, width, slack, threshold, cancellationToken), whole, 0, true);
            if (whole < 1)
            {
                var words = FirstTokens.Completing(typed, evidence);
                Add(context, lines.Write(context, words, width, slack, threshold, cancellationToken), 1 - whole, typed.Length, false);
                if (words is [var (word, probability), ..])
                {
                    var part = new WrittenLine([word], probability * (1 - whole), IsComplete: false, 0);
                    drafts.Add(new GhostDraft(context, [part], Sure(part.Probability), typed.Length, false));
                }
            }
        }

        drafts.Sort(static (left, right) => right.Confidence.CompareTo(left.Confidence));
        return drafts;

        void Add(int[] before, List<WrittenLine> written, double share, int skip, bool touches)
        {
            foreach (var line in written)
            {
                if (Trim(line, stop, before) is not { } kept) continue;
                if (!kept.IsComplete) kept = kept with { Tokens = WholePart(kept.Tokens) };
                if (kept.Tokens.IsEmpty) continue;
                var confidence = kept.IsComplete ? kept.Probability * share : Sure(kept.Probability * share);
                drafts.Add(new GhostDraft(before, [kept], confidence, skip, touches));
            }
        }
    }

    /// <summary>The draft with the lines that surely follow it, up to where its brackets balance; null where none do.</summary>
    public GhostDraft? Extend(GhostDraft draft, CancellationToken cancellationToken)
    {
        var first = draft.Lines[^1];
        if (!first.IsComplete || first.End == 0) return null;
        List<int> context = [.. draft.Before, .. first.Tokens, first.End];
        var below = LineBelow();
        var depth = OpenWithin(first.Tokens.AsSpan());
        var level = Step(first.End);
        // Where nothing is bound only what the line itself begins is written to its end: the lines after that are anybody's guess.
        if (!rules.IsCSharp && depth == 0 && level <= 0) return null;
        var lines = draft.Lines;
        var confidence = draft.Confidence;
        GhostDraft? best = null;
        while (lines.Length < MostLines)
        {
            if (this.lines.Write(context.ToArray(), null, 1, 1, Unanimous, cancellationToken) is not [{ IsComplete: true } next, ..] || next.Probability < Unanimous) break;
            // What stands below already is not written a second time.
            if (depth <= 0 && Same(next.Tokens.AsSpan(), below)) break;
            depth += DepthOf(next.Tokens.AsSpan());
            if (depth < 0) break;
            lines = lines.Add(next);
            confidence *= next.Probability;
            context.AddRange(next.Tokens);
            context.Add(next.End);
            if (depth == 0 && (!rules.IsCSharp || MayEndBlock(next.Tokens[^1]))) best = draft with { Lines = lines, Confidence = confidence };
            level += Step(next.End);
            if (!rules.IsCSharp && depth == 0 && level <= 0) break;
        }

        return best;
    }

    // An attribute or a header belongs to what comes after it.
    private static bool MayEndBlock(int token) => Token.NumberOf(token) is Lexicon.Semicolon or Lexicon.CloseBrace or Lexicon.Comma;

    private static int Step(int lineBreak) => Token.IndentationOf(lineBreak) switch { Indentation.Deeper => 1, Indentation.Back => -1, _ => 0 };

    /// <summary>The part of a draft's first line before a token, as far as it can stand by itself; null where that is nothing.</summary>
    public static GhostDraft? UpTo(GhostDraft draft, int token)
    {
        var line = draft.Lines[0];
        var kept = WholePart(line.Tokens[..Math.Min(token, line.Tokens.Length)]);
        return kept.IsEmpty ? null : draft with { Lines = [new WrittenLine(kept, line.Probability, IsComplete: false, 0)], Confidence = Sure(draft.Confidence) };
    }

    /// <summary>Never drafts again what a name in a draft began: the name means nothing there.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="token">Index of the token among all of its lines.</param>
    public void Refuse(GhostDraft draft, int token)
    {
        var line = draft.Lines[0].Tokens;
        if (token < line.Length) lines.Refuse(line.AsSpan(0, token), Token.NumberOf(line[token]));
    }

    private static double Sure(double probability) => Math.Max(0, probability - SurePart) / (1 - SurePart);

    private static int DepthOf(ReadOnlySpan<int> tokens)
    {
        var depth = 0;
        foreach (var token in tokens)
            depth += Token.NumberOf(token) switch
            {
                Lexicon.OpenParenthesis or Lexicon.OpenBracket or Lexicon.OpenBrace => 1,
                Lexicon.CloseParenthesis or Lexicon.CloseBracket or Lexicon.CloseBrace => -1,
                _ => 0,
            };
        return depth;
    }

    // Brackets that these tokens open and do not close, whatever they close of what stood before.
    private static int OpenWithin(ReadOnlySpan<int> tokens)
    {
        var (depth, lowest) = (0, 0);
        for (var i = 0; i < tokens.Length; i++)
        {
            depth += DepthOf(tokens.Slice(i, 1));
            lowest = Math.Min(lowest, depth);
        }

        return depth - lowest;
    }

    private static bool Same(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        if (left.Length != right.Length) return false;
        for (var i = 0; i < left.Length; i++)
        {
            if (Token.NumberOf(left[i]) != Token.NumberOf(right[i])) return false;
        }

        return true;
    }

    private ReadOnlySpan<int> LineBelow()
    {
        var after = evidence.Buffer.After.AsSpan();
        var start = 0;
        while (start < after.Length && !Token.IsBreak(after[start])) start++;
        start = Math.Min(start + 1, after.Length);
        var end = start;
        while (end < after.Length && !Token.IsBreak(after[end])) end++;
        return after[start..end];
    }

    private double ShareOfWhole(string typed)
    {
        double exact = 0, longer = 0;
        foreach (var (token, probability) in evidence.AtCursor.Tokens)
        {
            if (!Lexicon.IsText(Token.NumberOf(token))) continue;
            var text = evidence.Buffer.TextOf(Token.NumberOf(token));
            if (text == typed) exact += probability;
            else if (text.StartsWith(typed, StringComparison.Ordinal)) longer += probability;
        }

        return (exact + (Finished * Doubt)) / (exact + longer + Doubt);
    }

    private TokenClass ClassOf(string typed, int[] context)
    {
        var traits = WordTraitsReader.Of(typed);
        var keyword = rules.IsCSharp ? WordTraits.CSharpKeyword : WordTraits.OtherKeyword;
        if ((traits & WordTraits.Word) == 0 || (traits & keyword) != 0 || !rules.HasLocals) return TokenClass.Word;
        if (typed == evidence.Buffer.Names.Self) return TokenClass.Self;
        if (typed == evidence.Buffer.Names.Subject) return TokenClass.Subject;
        var isMember = context is [.., var last] && Token.NumberOf(last) is Lexicon.Dot or Lexicon.ConditionalDot;
        return (traits & WordTraits.Upper) != 0 || isMember ? TokenClass.Name : TokenClass.Local;
    }

    // Ends the line where what stands behind the cursor goes on, and before a bracket that nothing has opened.
    private WrittenLine? Trim(WrittenLine line, string stop, int[] before)
    {
        var open = OpenBrackets(before);
        var depth = 0;
        for (var i = 0; i < line.Tokens.Length; i++)
        {
            if (stop.Length > 0 && depth <= 0 && evidence.Buffer.TextOf(Token.NumberOf(line.Tokens[i])) == stop) return line with { Tokens = line.Tokens[..i], End = 0 };
            depth += DepthOf(line.Tokens.AsSpan(i, 1));
            if (depth < -open) return line with { Tokens = line.Tokens[..i], IsComplete = false, End = 0 };
        }

        // What stands behind the cursor would be left over.
        return stop.Length > 0 && line.IsComplete ? null : line;
    }

    // What is left off in the middle ends before a bracket that stays open, and not with a dot or a comma.
    private static ImmutableArray<int> WholePart(ImmutableArray<int> tokens)
    {
        var (depth, good) = (0, 0);
        for (var i = 0; i < tokens.Length; i++)
        {
            depth += DepthOf(tokens.AsSpan(i, 1));
            var number = Token.NumberOf(tokens[i]);
            var ends = Token.IsName(tokens[i]) || Token.ClassOf(tokens[i]) is TokenClass.String or TokenClass.Number
                || number is Lexicon.CloseParenthesis or Lexicon.CloseBracket or Lexicon.CloseBrace or Lexicon.Semicolon;
            if (depth <= 0 && ends) good = i + 1;
        }

        return tokens[..good];
    }

    // Of the statement so far.
    private static int OpenBrackets(ReadOnlySpan<int> before)
    {
        var depth = 0;
        for (var at = before.Length - 1; at >= 0; at--)
        {
            switch (Token.NumberOf(before[at]))
            {
                case Lexicon.OpenParenthesis or Lexicon.OpenBracket or Lexicon.OpenBrace: depth++; break;
                case Lexicon.CloseParenthesis or Lexicon.CloseBracket or Lexicon.CloseBrace: depth--; break;
            }
        }

        return Math.Max(0, depth);
    }

    private string FirstToken(string after)
    {
        var lexer = new CodeLexer(after, rules);
        return lexer.MoveNext() ? lexer.Current.In(after).ToString() : "";
    }
}
