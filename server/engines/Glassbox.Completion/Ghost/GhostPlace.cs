using Glassbox.Completion.Lexing;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Ghost;

/// <summary>Where ghost text can stand.</summary>
internal static class GhostPlace
{
    // A comment or string of usual length is seen from its beginning.
    private const int Reach = 4096;

    /// <summary>False in comments and strings, and where something other than closing punctuation follows on the line.</summary>
    /// <param name="text">The buffer.</param>
    /// <param name="cursor">Offset of the cursor.</param>
    /// <param name="after">The rest of its line.</param>
    /// <param name="rules">The language.</param>
    public static bool CanFollow(SourceText text, int cursor, string after, LexicalRules rules)
    {
        foreach (var character in after)
        {
            // Only closing punctuation may follow: anything else would have to fit what is written.
            if (IdentifierCharacters.IsPart(character) || character is '"' or '\'' or '(' or '{' or '[' or '.' or '=' || char.IsSurrogate(character)) return false;
        }

        var before = text.ToString(TextSpan.FromBounds(LineStart(text, Math.Max(0, cursor - Reach)), cursor)).AsSpan();
        var tokens = new List<CodeToken>();
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

    /// <summary>False where something other than closing quotes, brackets and tags follows on the line of a documentation comment.</summary>
    /// <param name="after">The rest of the line.</param>
    public static bool CanFollowInDocumentation(ReadOnlySpan<char> after)
    {
        var rest = after.Trim();
        if (rest.IndexOf("</", StringComparison.Ordinal) is >= 0 and var tag)
        {
            var name = rest[(tag + 2)..];
            if (!name.EndsWith('>') || name[..^1].ContainsAnyExceptInRange('a', 'z')) return false;
            rest = rest[..tag];
        }

        return rest.IndexOfAnyExcept("\"/>) ") < 0;
    }

    private static int LineStart(SourceText text, int at)
    {
        while (at > 0 && text[at - 1] is not ('\r' or '\n')) at--;
        return at;
    }
}
