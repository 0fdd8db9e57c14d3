using System.Collections.Immutable;
using Glassbox.Completion.Lexing;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Feedback;

/// <summary>The names that a popup offers for a word.</summary>
/// <param name="Start">Where the word begins in the newest text.</param>
/// <param name="Length">How much of it is typed.</param>
/// <param name="Context">The kind of place.</param>
/// <param name="Names">What the candidates insert.</param>
internal sealed record PopupOffer(int Start, int Length, ulong Context, ImmutableArray<string> Names)
{
    /// <summary>What an edit makes of it: still open, or null; with the name that was picked, if one was.</summary>
    public (PopupOffer? Open, string? Picked) After(in TrimmedEdit edit)
    {
        if (edit.Start < Start && edit.End <= Start) return (this with { Start = Start + edit.Growth }, null);
        if (edit.Start > Start + Length) return (this, null);
        if (edit.Start < Start || edit.End > Start + Length) return (null, null);
        var now = edit.After.ToString(new TextSpan(Start, Length + edit.Growth));
        var end = 0;
        while (end < now.Length && IdentifierCharacters.IsPart(now[end])) end++;
        var name = now[..end];
        // Letter by letter it may be a longer name yet.
        if (edit.NewLength > 1 && end > 0)
        {
            // "Color.Red" before "Color".
            if (end < now.Length && Names.Contains(now)) return (null, now);
            if (Names.Contains(name)) return (null, name);
        }

        return (end == now.Length ? this with { Length = end } : null, null);
    }
}
