using Glassbox.Completion.Lexing;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Describe;

/// <summary>
/// Finds the line of a token in a text as it is now. What was learned keeps no lines, and is a little older than the text: the
/// token with the same text that is nearest to where it was is taken for it.
/// </summary>
internal static class TokenLines
{
    /// <summary>The line, counted from 1; null where the text no longer has such a token.</summary>
    /// <param name="text">The document as it is.</param>
    /// <param name="from">Where in it the tokens are counted from.</param>
    /// <param name="to">Where they end.</param>
    /// <param name="rules">The language.</param>
    /// <param name="index">The token, or, counted from the end, one less than zero and so on.</param>
    /// <param name="token">Its text.</param>
    public static int? Find(SourceText text, int from, int to, LexicalRules rules, int index, string token)
    {
        var part = text.ToString(TextSpan.FromBounds(from, to));
        var tokens = CodeLexer.Read(part, rules);
        if (index < 0) index += tokens.Count;
        for (var away = 0; away <= tokens.Count; away++)
        {
            if (Is(index - away)) return LineOf(index - away);
            if (Is(index + away)) return LineOf(index + away);
        }

        return null;

        bool Is(int at) => at >= 0 && at < tokens.Count && tokens[at].In(part).SequenceEqual(token);

        int LineOf(int at) => text.PositionAt(from + tokens[at].Start).Line + 1;
    }
}
