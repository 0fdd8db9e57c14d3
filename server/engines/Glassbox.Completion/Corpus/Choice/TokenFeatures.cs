using System.Runtime.InteropServices;
using Glassbox.Completion.Ranking;

namespace Glassbox.Completion.Corpus.Choice;

/// <summary>Reads the <see cref="TokenFeature"/>s of what may come behind a context.</summary>
internal sealed class TokenFeatures
{
    /// <summary>How many buckets there are of how far the best place agrees.</summary>
    public const int Buckets = 6;

    /// <summary>How many kinds of tokens are told apart.</summary>
    public const int Kinds = 10;

    /// <summary>How many kinds of places are told apart, by the token before.</summary>
    public const int Slots = 7;

    /// <summary>How many numbers describe a candidate.</summary>
    public const int Count = (int)TokenFeature.Count;

    // What logarithms of shares begin at: less likely is unlikely.
    private const double Floor = 1e-4;

    // In tokens: so far away a use counts half.
    private const double NearScale = 60;

    // How many uses an unknown share counts for.
    private const double ShareTrust = 2;

    private readonly BufferTokens buffer;
    private readonly ScopeNames scope;
    private readonly UsageCounts usage;
    private readonly HashSet<int> lineBelow = [];
    private double[] scratch = [];

    /// <summary>For a cursor.</summary>
    public TokenFeatures(BufferTokens buffer, UsageCounts usage)
    {
        this.buffer = buffer;
        this.usage = usage;
        scope = new ScopeNames(buffer);
        ReadLineBelow();
    }

    /// <summary>Locals that can be seen from the cursor, the one used last first.</summary>
    public IReadOnlyList<int> Locals => scope.Order;

    /// <summary>The features of all candidates, <see cref="Count"/> for each; good until the next call.</summary>
    /// <param name="context">Tokens before, the nearest last: those before the cursor and what was written behind them.</param>
    /// <param name="occurrences">The places that speak.</param>
    /// <param name="candidates">What they say.</param>
    public ReadOnlySpan<double> Read(ReadOnlySpan<int> context, List<Occurrence> occurrences, List<NextToken> candidates)
    {
        // As much as a line that is being written carries along.
        context = context[Math.Max(0, context.Length - ContextEvidence.Longest)..];
        if (scratch.Length < candidates.Count * Count) scratch = new double[candidates.Count * Count];
        var features = scratch.AsSpan(0, candidates.Count * Count);
        features.Clear();
        var bucket = BucketOf(occurrences);
        var line = LineOf(context);
        var (depth, closing) = DepthOf(context);
        var target = TargetName.Before(context, buffer);
        var justWritten = PreviousMember.NameBefore(context);
        var isMember = context is [.., var last] && Token.NumberOf(last) is Lexicon.Dot or Lexicon.ConditionalDot;
        var slot = SlotOf(context);
        Span<double> shares = stackalloc double[Kinds];
        foreach (var one in candidates) shares[(int)KindOf(one.Token, isMember)] += one.Share;
        for (var i = 0; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            var token = candidate.Token;
            var into = features.Slice(i * Count, Count);
            var number = Token.NumberOf(token);
            var kind = KindOf(token, isMember);
            into[(int)TokenFeature.Votes + bucket] = Math.Log(candidate.Votes + Floor) - Math.Log(Floor);
            into[(int)TokenFeature.Levels + bucket] = Math.Log(candidate.Levels + Floor) - Math.Log(Floor);
            Set(into, TokenFeature.Share, candidate.Share);
            Set(into, TokenFeature.Unseen, candidate.Votes == 0 ? 1 : 0);
            into[(int)TokenFeature.Kind + ((int)kind * Slots) + slot] = 1;
            into[(int)TokenFeature.KindShare + (int)kind] = Math.Log(shares[(int)kind] + Floor) - Math.Log(Floor);
            switch (number)
            {
                case Lexicon.CloseParenthesis or Lexicon.CloseBracket:
                    Set(into, number == closing ? TokenFeature.Closes : TokenFeature.ClosesNothing, 1);
                    break;
                case Lexicon.LineBreak:
                    Set(into, TokenFeature.BreaksWithin, depth > 0 ? 1 : 0);
                    break;
                case Lexicon.Semicolon:
                    Set(into, TokenFeature.EndsWithin, depth > 0 ? 1 : 0);
                    break;
            }

            if (kind is TokenKind.Break or TokenKind.Operator or TokenKind.Keyword) continue;
            Set(into, TokenFeature.OnLine, Stands(line, number) ? 1 : 0);
            Set(into, TokenFeature.OnLineBelow, lineBelow.Contains(number) ? 1 : 0);
            if (kind is TokenKind.String or TokenKind.Number) continue;
            ReadName(number, target, justWritten, isMember, into);
            if (kind == TokenKind.Local) ReadLocal(number, into);
        }

        if (isMember) ReadHabits(context, candidates, scratch);
        return features;
    }

    private void ReadName(int number, string? target, int justWritten, bool isMember, Span<double> into)
    {
        var (uses, last) = scope.UsesOf(number);
        if (uses > 0)
        {
            Set(into, TokenFeature.UsesInBuffer, Math.Log2(1 + uses));
            if (last >= 0) Set(into, TokenFeature.Near, 1 / (1 + ((buffer.Before.Length - last) / NearScale)));
        }

        Set(into, TokenFeature.JustWritten, number == justWritten ? 1 : 0);
        if (number > 0) Set(into, TokenFeature.Uses, Math.Log2(1 + usage[isMember ? UsageKeys.Member(number) : UsageKeys.Name(number)]));
        if (target is null) return;
        var name = buffer.TextOf(number);
        if (name.Equals(target, StringComparison.OrdinalIgnoreCase)) Set(into, TokenFeature.TargetSame, 1);
        else if (target.Length > 2 && name.Length > 2 && (target.EndsWith(name, StringComparison.OrdinalIgnoreCase) || name.EndsWith(target, StringComparison.OrdinalIgnoreCase)))
            Set(into, TokenFeature.TargetEnds, 1);
        Set(into, TokenFeature.TargetWords, NameWords.Shared(target, name));
    }

    private void ReadLocal(int number, Span<double> into)
    {
        if (scope.Of(number) is not { } local) return;
        Set(into, TokenFeature.InScope, 1);
        Set(into, TokenFeature.Lately, 1.0 / (1 + local.Rank));
        Set(into, TokenFeature.UsesInMember, Math.Log2(1 + local.Uses));
        Set(into, TokenFeature.Fresh, local.Uses == 1 ? 1 : 0);
    }

    // Habits of members: on values from the same origin, after this call, after the last member of the receiver.
    private void ReadHabits(ReadOnlySpan<int> context, List<NextToken> candidates, double[] features)
    {
        if (context.Length < 2) return;
        var before = context[..^1];
        if (CalledBefore(before) is var called and > 0) Add(name => UsageKeys.Chained(called, name), TokenFeature.ChainShare, null);
        var receiver = Token.NumberOf(before[^1]);
        if (!Token.IsName(before[^1])) return;
        if (PreviousMember.Before(context) is { } previous)
        {
            Add(name => UsageKeys.Next(previous.Receiver, previous.Name, name), TokenFeature.NextShare, null);
            ReadUsed(context, receiver, candidates, features);
        }

        var stem = Lexicon.StemOf(buffer.TextOf(receiver));
        Add(name => UsageKeys.OfStem(stem, name), TokenFeature.StemShare, null);
        var origin = scope.OriginOf(receiver) is var known and not 0 ? known : Origins.OfType(receiver);
        Add(name => UsageKeys.OfOrigin(origin, name), TokenFeature.OriginShare, TokenFeature.OriginUses);

        void Add(Func<int, ulong> key, TokenFeature share, TokenFeature? logarithm)
        {
            Span<int> counts = stackalloc int[candidates.Count];
            var total = 0;
            for (var i = 0; i < counts.Length; i++)
            {
                var number = Token.NumberOf(candidates[i].Token);
                counts[i] = number > 0 ? usage[key(number)] : 0;
                total += counts[i];
            }

            if (total == 0) return;
            for (var i = 0; i < counts.Length; i++)
            {
                var own = features.AsSpan(i * Count, Count);
                Set(own, share, counts[i] / (total + ShareTrust));
                if (logarithm is { } feature) Set(own, feature, Math.Log2(1 + counts[i]));
            }
        }
    }

    private static void ReadUsed(ReadOnlySpan<int> context, int receiver, List<NextToken> candidates, double[] features)
    {
        for (var at = 2; at < context.Length; at++)
        {
            if (Token.NumberOf(context[at - 2]) != receiver || Token.NumberOf(context[at - 1]) is not (Lexicon.Dot or Lexicon.ConditionalDot)) continue;
            for (var i = 0; i < candidates.Count; i++)
            {
                if (Token.NumberOf(candidates[i].Token) == Token.NumberOf(context[at])) Set(features.AsSpan(i * Count, Count), TokenFeature.JustUsed, 1);
            }
        }
    }

    // "Where" in "xs.Where(x => x > 0).": 0 where no call ends.
    private static int CalledBefore(ReadOnlySpan<int> tokens)
    {
        var at = tokens.Length - 1;
        while (at >= 0 && Token.IsBreak(tokens[at])) at--;
        if (at < 0 || Token.NumberOf(tokens[at]) != Lexicon.CloseParenthesis) return 0;
        var depth = 0;
        for (; at > 0; at--)
        {
            if (Token.NumberOf(tokens[at]) == Lexicon.CloseParenthesis) depth++;
            else if (Token.NumberOf(tokens[at]) == Lexicon.OpenParenthesis && --depth == 0) return Token.IsName(tokens[at - 1]) ? Token.NumberOf(tokens[at - 1]) : 0;
        }

        return 0;
    }

    /// <summary>Which bucket some places belong to.</summary>
    public static int BucketOf(List<Occurrence> occurrences)
    {
        var longest = 0;
        foreach (ref readonly var occurrence in CollectionsMarshal.AsSpan(occurrences)) longest = Math.Max(longest, occurrence.Likeness.Alike);
        return longest <= 1 ? 0 : longest == 2 ? 1 : longest <= 4 ? 2 : longest <= 7 ? 3 : longest <= 14 ? 4 : 5;
    }

    private static int SlotOf(ReadOnlySpan<int> context)
    {
        if (context.IsEmpty) return 0;
        var token = context[^1];
        if (Token.IsName(token)) return 1;
        if (Token.ClassOf(token) != TokenClass.Word) return 2;
        return Token.NumberOf(token) switch
        {
            Lexicon.OpenParenthesis or Lexicon.Comma or Lexicon.OpenBracket => 3,
            Lexicon.Assign or Lexicon.Return or Lexicon.Arrow or Lexicon.Colon or Lexicon.Question => 4,
            Lexicon.CloseParenthesis or Lexicon.CloseBracket or Lexicon.Greater => 5,
            Lexicon.LineBreak or Lexicon.OpenBrace or Lexicon.CloseBrace or Lexicon.Semicolon => 6,
            _ => 0,
        };
    }

    private static ReadOnlySpan<int> LineOf(ReadOnlySpan<int> context)
    {
        var start = context.Length;
        while (start > 0 && !Token.IsBreak(context[start - 1])) start--;
        return context[start..];
    }

    private static bool Stands(ReadOnlySpan<int> line, int number)
    {
        foreach (var token in line)
        {
            if (Token.NumberOf(token) == number) return true;
        }

        return false;
    }

    // Brackets that the statement has opened and not closed, and the token that closes the innermost.
    private static (int Depth, int Closing) DepthOf(ReadOnlySpan<int> context)
    {
        var (depth, closed, closing) = (0, 0, 0);
        for (var at = context.Length - 1; at >= 0; at--)
        {
            var number = Token.NumberOf(context[at]);
            switch (number)
            {
                case Lexicon.CloseParenthesis or Lexicon.CloseBracket or Lexicon.CloseBrace:
                    closed++;
                    break;
                case Lexicon.OpenParenthesis or Lexicon.OpenBracket or Lexicon.OpenBrace when closed > 0:
                    closed--;
                    break;
                case Lexicon.OpenBrace:
                case Lexicon.Semicolon when closed == 0:
                    return (depth, closing);
                case Lexicon.OpenParenthesis or Lexicon.OpenBracket:
                    if (depth++ == 0) closing = number == Lexicon.OpenParenthesis ? Lexicon.CloseParenthesis : Lexicon.CloseBracket;
                    break;
            }
        }

        return (depth, closing);
    }

    private TokenKind KindOf(int token, bool isMember) => Token.IsBreak(token) ? TokenKind.Break : Token.ClassOf(token) switch
    {
        TokenClass.Local => TokenKind.Local,
        TokenClass.String => TokenKind.String,
        TokenClass.Number => TokenKind.Number,
        TokenClass.Self => TokenKind.Self,
        TokenClass.Subject => TokenKind.Subject,
        TokenClass.Name => isMember ? TokenKind.Member : TokenKind.Name,
        _ => (buffer.TraitsOf(Token.NumberOf(token)) & WordTraits.Word) != 0 ? TokenKind.Keyword : TokenKind.Operator,
    };

    private void ReadLineBelow()
    {
        var after = buffer.After;
        var end = 0;
        while (end < after.Length && !Token.IsBreak(after[end])) end++;
        for (var at = end + 1; at < after.Length && !Token.IsBreak(after[at]); at++) lineBelow.Add(Token.NumberOf(after[at]));
    }

    private static void Set(Span<double> into, TokenFeature feature, double value) => into[(int)feature] = value;

    private enum TokenKind
    {
        Break,
        Operator,
        Keyword,
        Local,
        String,
        Number,
        Self,
        Subject,
        Member,
        Name,
    }
}
