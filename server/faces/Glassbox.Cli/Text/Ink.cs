using Spectre.Console;

namespace Glassbox.Cli.Text;

/// <summary>Writes text for people, in colours where they are shown. Lines are never wrapped: the terminal does that.</summary>
internal sealed class Ink
{
    private readonly TextWriter writer;
    private readonly IAnsiConsole? console;

    /// <summary>Writes to <paramref name="writer"/>.</summary>
    public Ink(TextWriter writer, bool hasColors)
    {
        this.writer = writer;
        if (!hasColors) return;
        console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            // The sixteen colours that the user chose for the terminal.
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = int.MaxValue / 4;
    }

    /// <summary>Writes a piece of a line.</summary>
    public Ink Write(string text, Tone tone = Tone.Plain)
    {
        if (console is null || tone == Tone.Plain) writer.Write(text);
        else console.Write(new Spectre.Console.Text(text, StyleOf(tone)));
        return this;
    }

    /// <summary>Writes a piece and ends the line.</summary>
    public Ink Line(string text = "", Tone tone = Tone.Plain)
    {
        Write(text, tone);
        writer.Write('\n');
        return this;
    }

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Faint => new Style(decoration: Decoration.Dim),
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Error => new Style(Color.Maroon, decoration: Decoration.Bold),
        Tone.Warning => new Style(Color.Olive),
        Tone.Note => new Style(Color.Teal),
        Tone.Good or Tone.Added => new Style(Color.Green),
        Tone.Removed => new Style(Color.Maroon),
        _ => Style.Plain,
    };
}
