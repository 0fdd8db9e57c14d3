using System.Text;
using Glassbox.Completion.Lexing;

namespace Glassbox.Completion.NextEdit;

/// <summary>What stands at a like place for the names and literals of the place that was edited.</summary>
internal sealed class Holes
{
    private const int ShortestPart = 3;

    private readonly Dictionary<string, string> filled = new(StringComparer.Ordinal);

    /// <summary>Some name or literal differs.</summary>
    public bool Differ => filled.Any(pair => pair.Key != pair.Value);

    /// <summary>Fills a hole; false where it is filled otherwise already, so that the places are not alike.</summary>
    public bool Fill(ReadOnlySpan<char> source, ReadOnlySpan<char> place)
    {
        var known = filled.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(source, out var before)) return place.SequenceEqual(before);
        filled[source.ToString()] = place.ToString();
        return true;
    }

    /// <summary>True when a token's text follows from the holes.</summary>
    public bool Knows(ReadOnlySpan<char> token) => !Write(token).AsSpan().SequenceEqual(token) || filled.ContainsKey(token.ToString());

    /// <summary>Writes new tokens with what stands between them, for this place.</summary>
    public string Write(LexedText text, int first, int end)
    {
        var written = new StringBuilder();
        for (var i = first; i < end; i++)
        {
            if (i > first) written.Append(text.Text, text.EndOf(i - 1), text.StartOf(i) - text.EndOf(i - 1));
            written.Append(text[i].Kind is CodeTokenKind.Identifier or CodeTokenKind.Number or CodeTokenKind.String ? Write(text.TextOf(i)) : text.TextOf(i));
        }

        return written.ToString();
    }

    /// <summary>A token as it reads at this place.</summary>
    public string Write(ReadOnlySpan<char> token)
    {
        if (filled.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token, out var exact)) return exact;
        var word = token.ToString();
        foreach (var (source, place) in filled)
        {
            // "red" belongs to Red, and LoadRed to Red too; anything shorter would be chance.
            if (source == place || source.Length < ShortestPart || !IsName(source) || !IsName(place)) continue;
            foreach (var style in Styles)
            {
                var at = word.IndexOf(style(source), StringComparison.Ordinal);
                if (at >= 0 && IsPart(word, at, source.Length)) return string.Concat(word.AsSpan(0, at), style(place), word.AsSpan(at + source.Length));
            }
        }

        return word;
    }

    private static readonly Func<string, string>[] Styles =
    [
        name => name,
        name => char.ToLowerInvariant(name[0]) + name[1..],
        name => char.ToUpperInvariant(name[0]) + name[1..],
        name => name.ToLowerInvariant(),
        name => name.ToUpperInvariant(),
    ];

    // A part of a name as people see it: `Red` in LoadRed, not `count` in accounts.
    private static bool IsPart(string word, int at, int length)
    {
        var startsPart = at == 0 || !char.IsLetterOrDigit(word[at - 1]) || (char.IsUpper(word[at]) && !char.IsUpper(word[at - 1]));
        var end = at + length;
        return startsPart && (end == word.Length || !char.IsLetterOrDigit(word[end]) || (char.IsUpper(word[end]) && !char.IsUpper(word[end - 1])));
    }

    private static bool IsName(string text) => IdentifierCharacters.EndOfWord(text, 0) == text.Length && !char.IsAsciiDigit(text[0]);
}
