using System.Buffers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Workspace.Text;

/// <summary>
/// Finds C# that nests deeper than a compiler can bear. Roslyn parses nested parentheses in quadratic time, half a minute
/// for 20,000, and binds nested type arguments and patterns by recursion, which ends the process when the stack is full.
/// </summary>
internal static class Nesting
{
    /// <summary>More open brackets at once than anybody writes; generators stay below a hundred.</summary>
    public const int Limit = 1000;

    private const int Chunk = 16 * 1024;

    /// <summary>True when more than <see cref="Limit"/> brackets are open at one place, type argument lists included.</summary>
    public static bool IsTooDeep(SourceText text) => MayBeTooDeep(text) && IsTooDeepByTokens(text);

    // Brackets in strings and comments count here too, so that nothing has to be lexed at a keystroke in a healthy text.
    private static bool MayBeTooDeep(SourceText text)
    {
        if (text.Length <= Limit) return false;
        var depth = default(Depth);
        var buffer = ArrayPool<char>.Shared.Rent(Chunk);
        try
        {
            for (var at = 0; at < text.Length; at += Chunk)
            {
                var count = Math.Min(Chunk, text.Length - at);
                text.CopyTo(at, buffer, 0, count);
                foreach (var letter in buffer.AsSpan(0, count))
                {
                    if (depth.Add(letter) > Limit) return true;
                }
            }

            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static bool IsTooDeepByTokens(SourceText text)
    {
        var depth = default(Depth);
        foreach (var token in SyntaxFactory.ParseTokens(text.ToString()))
        {
            var letter = token.Kind() switch
            {
                SyntaxKind.OpenParenToken => '(',
                SyntaxKind.CloseParenToken => ')',
                SyntaxKind.OpenBracketToken => '[',
                SyntaxKind.CloseBracketToken => ']',
                SyntaxKind.OpenBraceToken => '{',
                SyntaxKind.CloseBraceToken => '}',
                SyntaxKind.LessThanToken => '<',
                SyntaxKind.GreaterThanToken => '>',
                SyntaxKind.SemicolonToken => ';',
                _ => ' ',
            };
            if (depth.Add(letter) > Limit) return true;
        }

        return false;
    }

    private struct Depth
    {
        private int brackets;
        private int angles;

        public int Add(char letter)
        {
            switch (letter)
            {
                case '(' or '[' or '{':
                    brackets++;
                    angles = 0;
                    break;
                case ')' or ']' or '}':
                    brackets = Math.Max(0, brackets - 1);
                    angles = 0;
                    break;
                case '<':
                    angles++;
                    break;
                case '>':
                    angles = Math.Max(0, angles - 1);
                    break;
                case ';':
                    // Most angles are comparisons, which nobody closes.
                    angles = 0;
                    break;
            }

            return brackets + angles;
        }
    }
}
