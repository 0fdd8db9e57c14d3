using System.Collections.Immutable;
using System.Text;
using Glassbox.Completion.Corpus;

namespace Glassbox.Completion.Ghost;

/// <summary>A draft as text.</summary>
/// <param name="Text">The text, without what is typed already.</param>
/// <param name="Starts">Where each token of the draft begins in it; below 0 where it began before the cursor.</param>
internal sealed record GhostRendering(string Text, ImmutableArray<int> Starts)
{
    /// <summary>Writes a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="buffer">Knows the tokens' texts.</param>
    /// <param name="style">How lines are broken and indented.</param>
    public static GhostRendering Of(GhostDraft draft, BufferTokens buffer, TextStyle style)
    {
        var text = new StringBuilder();
        var starts = ImmutableArray.CreateBuilder<int>();
        var level = 0;
        var hanging = false;
        for (var number = 0; number < draft.Lines.Length; number++)
        {
            var line = draft.Lines[number].Tokens;
            if (number > 0)
            {
                var closes = line is [var head, ..] && Token.NumberOf(head) is Lexicon.CloseBrace;
                var change = Token.IndentationOf(draft.Lines[number - 1].End);
                var opened = draft.Lines[number - 1].Tokens is [.., var tail] && Token.NumberOf(tail) is Lexicon.OpenBrace;
                if (closes) level--;
                else if (hanging && change == Indentation.Back) level--;
                else if (change == Indentation.Deeper) level++;
                hanging = !closes && change == Indentation.Deeper && !opened;
                text.Append(style.LineBreak).Append(Indent(style, Math.Max(0, level)));
            }

            for (var i = 0; i < line.Length; i++)
            {
                if (Token.HasSpace(line[i]) && (i > 0 || (number == 0 && draft.Touches))) text.Append(' ');
                starts.Add(text.Length - draft.Skip);
                text.Append(buffer.TextOf(Token.NumberOf(line[i])));
            }
        }

        return new GhostRendering(text.ToString(Math.Min(draft.Skip, text.Length), Math.Max(0, text.Length - draft.Skip)), starts.ToImmutable());
    }

    /// <summary>The token that an offset lies in.</summary>
    public int TokenAt(int offset)
    {
        var at = 0;
        while (at + 1 < Starts.Length && Starts[at + 1] <= offset) at++;
        return at;
    }

    private static string Indent(TextStyle style, int level) => style.Current + string.Concat(Enumerable.Repeat(style.Unit, level));
}
