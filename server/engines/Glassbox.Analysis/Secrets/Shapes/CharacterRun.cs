using System.Buffers;

namespace Glassbox.Analysis.Secrets.Shapes;

/// <summary>A number of characters of one alphabet.</summary>
internal sealed record CharacterRun(SearchValues<char> Alphabet, int Min, int Max)
{
    /// <summary>How many characters of the alphabet begin here, counted no further than one too many.</summary>
    public int LengthAfter(string text, int from)
    {
        var window = text.AsSpan(from, Math.Min(text.Length - from, Max + 1));
        var end = window.IndexOfAnyExcept(Alphabet);
        return end < 0 ? window.Length : end;
    }

    /// <summary>How many characters of the alphabet end here, counted no further than one too many.</summary>
    public int LengthBefore(string text, int to)
    {
        var start = Math.Max(0, to - Max - 1);
        var window = text.AsSpan(start, to - start);
        return window.Length - 1 - window.LastIndexOfAnyExcept(Alphabet);
    }

    public bool Allows(int length) => length >= Min && length <= Max;
}
