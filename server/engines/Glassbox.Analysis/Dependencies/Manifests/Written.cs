using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>A value together with the place where it is written.</summary>
/// <param name="Text">The value, without escapes.</param>
/// <param name="Span">Its place, without quotes.</param>
internal sealed record Written(string Text, TextSpan Span)
{
    /// <summary>True where every character stands for itself, so that offsets in the value are offsets in the file.</summary>
    public bool IsPlain => Text.Length == Span.Length;

    /// <summary>The value between two offsets of a text, without the blanks around it; null where nothing is left.</summary>
    public static Written? Of(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return start < end ? new Written(text[start..end], TextSpan.FromBounds(start, end)) : null;
    }

    /// <summary>The entries of a list that semicolons separate.</summary>
    public IEnumerable<Written> Entries()
    {
        if (!IsPlain)
        {
            yield return this;
            yield break;
        }

        for (var start = 0; start <= Text.Length;)
        {
            var end = Text.IndexOf(';', start) is >= 0 and var found ? found : Text.Length;
            if (Of(Text, start, end) is { } entry) yield return entry with { Span = new TextSpan(Span.Start + entry.Span.Start, entry.Span.Length) };
            start = end + 1;
        }
    }
}
