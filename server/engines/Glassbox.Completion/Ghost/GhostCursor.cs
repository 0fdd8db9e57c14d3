using Glassbox.Completion.Corpus;
using Glassbox.Completion.Lexing;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Ghost;

/// <summary>Where ghost text is asked for.</summary>
/// <param name="Path">The file.</param>
/// <param name="Text">The buffer.</param>
/// <param name="Cursor">Offset of the cursor.</param>
/// <param name="Word">Offset of the word at the cursor.</param>
/// <param name="Selected">The popup's selected item, which replaces that word; empty for none.</param>
/// <param name="After">The rest of the line.</param>
/// <param name="Rules">The language.</param>
internal sealed record GhostCursor(DocumentPath Path, SourceText Text, int Cursor, int Word, string Selected, string After, LexicalRules Rules)
{
    private const int LongestRest = 512;

    /// <summary>In a documentation comment of C#.</summary>
    public bool IsDocumentation => ReferenceEquals(Rules, LexicalRules.Documentation);

    /// <summary>The word at the cursor: what is typed of it, or chosen for it.</summary>
    public string Typed => Selected.Length > 0 ? Selected : Text.ToString(TextSpan.FromBounds(Word, Cursor));

    /// <summary>What a proposal replaces.</summary>
    public TextSpan Replace => Selected.Length > 0 ? TextSpan.FromBounds(Word, Cursor) : new TextSpan(Cursor, 0);

    /// <summary>The character before the word.</summary>
    public char BeforeWord => Word > 0 ? Text[Word - 1] : '\n';

    /// <summary>True where something may be written there.</summary>
    public bool CanFollow => IsDocumentation ? GhostPlace.CanFollowInDocumentation(After) : GhostPlace.CanFollow(Text, Cursor, After, Rules);

    /// <summary>Reads the cursor of a query.</summary>
    public static GhostCursor Of(SourceText text, GhostTextQuery query)
    {
        var cursor = text.OffsetAt(query.Position);
        var end = cursor;
        while (end < text.Length && end - cursor < LongestRest && text[end] is not ('\r' or '\n')) end++;
        var rules = LexicalRules.For(query.Path);
        var line = text.Lines.GetLineFromPosition(cursor).Start;
        var written = text.ToString(TextSpan.FromBounds(line, cursor));
        if (rules.IsCSharp && DocumentationText.ContentStart(written) >= 0) rules = LexicalRules.Documentation;
        var word = line + rules.StartOfWord(written, cursor - line);
        return new GhostCursor(query.Path, text, cursor, word, query.SelectedCompletion ?? "", text.ToString(TextSpan.FromBounds(cursor, end)), rules);
    }
}
