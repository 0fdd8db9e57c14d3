namespace Glassbox.Completion.Counts;

/// <summary>
/// What the workspace and the buffer say about what comes next. The file's own copy among the learned ones is taken out
/// exactly, and the buffer counted in its place: it is newer, it is nearer, and it has a hole where the cursor is.
/// </summary>
/// <param name="ngrams">The learned counts of the language.</param>
/// <param name="copy">What was learned of this file, as it was learned; empty if nothing.</param>
/// <param name="buffer">The buffer.</param>
internal sealed class TokenEvidence(NgramCounts ngrams, ReadOnlyMemory<int> copy, BufferTokens buffer)
{
    /// <summary>The longest context that is looked up; beyond <see cref="NgramCounts.Longest"/> in the buffer alone.</summary>
    public const int Longest = 6;

    // What was written in this very file says this many times as much.
    private const double BufferWeight = 3;

    private NextToken? atCursor;

    /// <summary>The buffer.</summary>
    public BufferTokens Buffer => buffer;

    /// <summary>What comes next at the cursor.</summary>
    public NextToken AtCursor() => atCursor ??= After(buffer.Before);

    /// <summary>What comes after some tokens, of which the last <see cref="Longest"/> count.</summary>
    public NextToken After(ReadOnlySpan<int> tokens)
    {
        var next = new NextToken();
        var context = tokens[Math.Max(0, tokens.Length - Longest)..];
        if (context.IsEmpty) return next;
        AddLearned(next, context);
        Scan(next, copy.Span, context, NgramCounts.Shortest, NgramCounts.Longest, -1, -1);
        Scan(next, buffer.Before, context, 1, Longest, 1, BufferWeight);
        Scan(next, buffer.After, context, 1, Longest, 1, BufferWeight);
        return next;
    }

    private void AddLearned(NextToken next, ReadOnlySpan<int> context)
    {
        var successors = new List<(int Token, int Count)>();
        for (var length = NgramCounts.Shortest; length <= Math.Min(NgramCounts.Longest, context.Length); length++)
        {
            if (ngrams.Successors(context, length, successors) == 0) return;
            foreach (var (token, count) in successors) next.Add(length, token, count, count);
        }
    }

    private static void Scan(NextToken next, ReadOnlySpan<int> tokens, ReadOnlySpan<int> context, int shortest, int longest, int count, double weight)
    {
        var nearest = TokenSequence.NumberOf(context[^1]);
        longest = Math.Min(longest, context.Length);
        for (var at = 1; at < tokens.Length; at++)
        {
            if (TokenSequence.NumberOf(tokens[at - 1]) != nearest) continue;
            var length = 1;
            while (length < longest && length < at && TokenSequence.NumberOf(tokens[at - 1 - length]) == TokenSequence.NumberOf(context[^(length + 1)])) length++;
            for (; length >= shortest; length--) next.Add(length, tokens[at], count, weight);
        }
    }
}
