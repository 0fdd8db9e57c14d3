using Glassbox.Completion.Corpus;

namespace Glassbox.Completion.Feedback;

/// <summary>What makes two places the same kind: the last few tokens before them, whatever locals are called and literals say.</summary>
internal static class ContextKey
{
    private const int Tokens = 4;

    /// <summary>That of a cursor.</summary>
    public static ulong Of(BufferTokens buffer)
    {
        var key = 0ul;
        for (var at = Math.Max(0, buffer.Before.Length - Tokens); at < buffer.Before.Length; at++) key = StableHash.Mix(key, KeyOf(buffer.Before[at], buffer));
        return key;
    }

    // By text: a word that is being learned meanwhile gets another number.
    private static ulong KeyOf(int token, BufferTokens buffer)
    {
        if (Token.IsBreak(token)) return Lexicon.LineBreak;
        var template = Token.TemplateOf(token);
        return Lexicon.IsText(template) ? StableHash.Of(buffer.TextOf(template)) : (ulong)template;
    }
}
