using System.Runtime.CompilerServices;
using Glassbox.Completion.Lexing;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.NextEdit;

/// <summary>A text with its tokens; read once a text.</summary>
internal sealed class LexedText
{
    private static readonly ConditionalWeakTable<SourceText, LexedText> Known = [];

    // Enough before and behind an edit for the brackets and lines around it.
    private const int Reach = 4000;

    private readonly List<CodeToken> tokens;

    private LexedText(string text, LexicalRules rules)
    {
        Text = text;
        tokens = CodeLexer.Read(text, rules);
    }

    /// <summary>All of it.</summary>
    public string Text { get; }

    /// <summary>How many tokens there are.</summary>
    public int Count => tokens.Count;

    /// <summary>The tokens of a document's text.</summary>
    public static LexedText Of(SourceText text, LexicalRules rules)
    {
        if (Known.TryGetValue(text, out var known)) return known;
        known = new LexedText(text.ToString(), rules);
        Known.AddOrUpdate(text, known);
        return known;
    }

    /// <summary>The tokens around an edit as they were before it: what is farther away is as it is now.</summary>
    /// <returns>The tokens, and where in the text before they begin.</returns>
    public static (LexedText Around, int Offset) Around(RecordedEdit edit, LexedText now, LexicalRules rules)
    {
        // From the beginning of a line on that begins with a token now: not within a comment or a string of several lines.
        var first = now.FirstEndingFrom(Math.Max(0, edit.Start - Reach));
        while (first > 0 && !now.IsBreak(first - 1)) first--;
        var start = first == 0 ? 0 : Math.Clamp(now.StartOf(first) - edit.Start + edit.BeforeStart, 0, edit.BeforeStart);
        start = Math.Max(0, start - (first == 0 ? 0 : now.StartOf(first) - now.LineStart(now.StartOf(first))));
        var end = Math.Min(edit.Before.Length, edit.BeforeStart + edit.OldLength + Reach);
        return (new LexedText(edit.Before.ToString(TextSpan.FromBounds(start, end)), rules), start);
    }

    /// <summary>A token.</summary>
    public CodeToken this[int index] => tokens[index];

    /// <summary>A token's text; empty for a line break, and outside.</summary>
    public ReadOnlySpan<char> TextOf(int index) => index < 0 || index >= Count ? [] : tokens[index].In(Text);

    /// <summary>True when a token has this text.</summary>
    public bool Is(int index, ReadOnlySpan<char> text) => index >= 0 && index < Count && tokens[index].Length > 0 && TextOf(index).SequenceEqual(text);

    /// <summary>True for a line break, and outside.</summary>
    public bool IsBreak(int index) => index < 0 || index >= Count || tokens[index].Kind == CodeTokenKind.LineBreak;

    /// <summary>True for a name: an identifier that is no keyword, or that stands behind a dot.</summary>
    public bool IsName(int index) => IsWord(index) && (!Keywords.Contains(TextOf(index)) || IsAccess(index - 1));

    /// <summary>True for what stands before a member's name.</summary>
    public bool IsAccess(int index) => TextOf(index) is "." or "?." or "->" or "::";

    /// <summary>True for an identifier or keyword.</summary>
    public bool IsWord(int index) => index >= 0 && index < Count && tokens[index].Kind == CodeTokenKind.Identifier;

    /// <summary>True for what may differ between like places: names, numbers, strings.</summary>
    public bool MayDiffer(int index) => IsName(index) || (index >= 0 && index < Count && tokens[index].Kind is CodeTokenKind.Number or CodeTokenKind.String);

    /// <summary>Where a token ends; the beginning of the text before the first.</summary>
    public int EndOf(int index) => index < 0 ? 0 : index >= Count ? Text.Length : tokens[index].End;

    /// <summary>Where a token begins; the end of the text after the last.</summary>
    public int StartOf(int index) => index < 0 ? 0 : index >= Count ? Text.Length : tokens[index].Start;

    /// <summary>The first token that ends at an offset or after it.</summary>
    public int FirstEndingFrom(int offset)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].End >= offset) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    /// <summary>The first token of a token's line.</summary>
    public int LineFirst(int index)
    {
        while (!IsBreak(index - 1)) index--;
        return index;
    }

    /// <summary>The line break after a token's line, or the end.</summary>
    public int LineEnd(int index)
    {
        while (!IsBreak(index)) index++;
        return index;
    }

    /// <summary>The white space that an offset's line begins with.</summary>
    public string IndentAt(int offset)
    {
        var start = LineStart(offset);
        var end = start;
        while (end < Text.Length && Text[end] is ' ' or '\t') end++;
        return Text[start..end];
    }

    /// <summary>Where an offset's line begins.</summary>
    public int LineStart(int offset)
    {
        var at = Math.Min(offset, Text.Length);
        while (at > 0 && Text[at - 1] is not ('\r' or '\n')) at--;
        return at;
    }

    /// <summary>Where the line after an offset's begins; the end of the text in the last line.</summary>
    public int NextLineStart(int offset)
    {
        var at = offset;
        while (at < Text.Length && Text[at] is not ('\r' or '\n')) at++;
        if (at < Text.Length) at += Text[at] == '\r' && at + 1 < Text.Length && Text[at + 1] == '\n' ? 2 : 1;
        return at;
    }
}
