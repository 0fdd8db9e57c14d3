using System.Text;

namespace Glassbox.Completion.NextEdit;

/// <summary>Lines of one place as they are indented at another.</summary>
internal static class Lines
{
    /// <summary>Replaces the indent that every line after the first begins with.</summary>
    public static string Reindent(string text, string from, string to)
    {
        if (from == to || text.AsSpan().IndexOfAny('\r', '\n') < 0) return text;
        var written = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length;)
        {
            var next = text.AsSpan(at).IndexOfAny('\r', '\n');
            if (next < 0)
            {
                written.Append(text, at, text.Length - at);
                break;
            }

            next += at + 1;
            if (text[next - 1] == '\r' && next < text.Length && text[next] == '\n') next++;
            written.Append(text, at, next - at);
            at = next;
            if (string.CompareOrdinal(text, at, from, 0, from.Length) != 0) continue;
            written.Append(to);
            at += from.Length;
        }

        return written.ToString();
    }
}
