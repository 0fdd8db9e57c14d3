namespace Glassbox.Completion.Corpus;

/// <summary>Reads from a document's tokens how it uses names.</summary>
internal static class UsageReader
{
    /// <summary>The keys of all uses, one for each.</summary>
    /// <param name="tokens">The document.</param>
    /// <param name="lexicon">Knows the tokens' texts.</param>
    /// <param name="keys">Cleared, then filled.</param>
    public static void Read(ReadOnlySpan<int> tokens, Lexicon lexicon, List<ulong> keys)
    {
        keys.Clear();
        var traits = lexicon.Traits;
        var origins = new Dictionary<int, ulong>();
        Origins.Read(tokens, new LexiconNumbers(lexicon), origins);
        var open = new Stack<int>();
        var last = new Dictionary<int, int>();
        var closed = -1;
        for (var i = 0; i < tokens.Length; i++)
        {
            var number = Token.NumberOf(tokens[i]);
            if (number == Lexicon.OpenParenthesis) open.Push(i);
            else if (number == Lexicon.CloseParenthesis) closed = open.TryPop(out var opened) ? opened : -1;
            if (!IsName(number, traits)) continue;
            if (i == 0 || Token.NumberOf(tokens[i - 1]) is not (Lexicon.Dot or Lexicon.ConditionalDot))
            {
                keys.Add(UsageKeys.Name(number));
                continue;
            }

            keys.Add(UsageKeys.Member(number));
            // Calls are chained over lines.
            var before = i - 2;
            while (before >= 0 && Token.IsBreak(tokens[before])) before--;
            if (before < 0) continue;
            if (closed > 0 && Token.NumberOf(tokens[before]) == Lexicon.CloseParenthesis)
            {
                var called = Token.NumberOf(tokens[closed - 1]);
                if (IsName(called, traits)) keys.Add(UsageKeys.Chained(called, number));
            }

            var receiver = Token.NumberOf(tokens[before]);
            if (!IsName(receiver, traits)) continue;
            if (last.TryGetValue(receiver, out var previous)) keys.Add(UsageKeys.Next(receiver, previous, number));
            last[receiver] = number;
            keys.Add(UsageKeys.OfStem(lexicon.StemOf(receiver), number));
            if (origins.TryGetValue(receiver, out var origin)) keys.Add(UsageKeys.OfOrigin(origin, number));
            else if ((traits[receiver] & WordTraits.Upper) != 0) keys.Add(UsageKeys.OfOrigin(Origins.OfType(receiver), number));
        }
    }

    private static bool IsName(int number, ReadOnlySpan<WordTraits> traits) => number > Lexicon.AnyName && (traits[number] & WordTraits.Word) != 0;
}
