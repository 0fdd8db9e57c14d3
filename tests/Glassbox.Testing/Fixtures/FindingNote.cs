using Glassbox.Contracts.Text;

namespace Glassbox.Testing.Fixtures;

/// <summary>What <c>// ^^^ GB1001 message</c> says of the line above, or what was found and is to be written so.</summary>
/// <param name="Range">What the carets underline; UTF-16 columns of the text without its marks.</param>
/// <param name="Code">The rule.</param>
/// <param name="Message">The message, <c>…</c> standing for any stretch of it; empty where the code is enough.</param>
public sealed record FindingNote(TextRange Range, string Code, string Message)
{
    /// <summary>True when what was found is what this note asks for.</summary>
    public bool Accepts(FindingNote found)
    {
        if (Range != found.Range || !string.Equals(Code, found.Code, StringComparison.Ordinal)) return false;
        if (Message.Length == 0) return true;

        var parts = Message.Split('…');
        if (parts.Length == 1) return string.Equals(Message, found.Message, StringComparison.Ordinal);
        if (!found.Message.StartsWith(parts[0], StringComparison.Ordinal) || !found.Message.EndsWith(parts[^1], StringComparison.Ordinal)) return false;

        var at = parts[0].Length;
        foreach (var part in parts[1..])
        {
            var next = found.Message.IndexOf(part, at, StringComparison.Ordinal);
            if (next < 0) return false;
            at = next + part.Length;
        }

        return true;
    }
}
