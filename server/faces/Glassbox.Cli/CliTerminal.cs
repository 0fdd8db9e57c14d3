using System.Text;
using Spectre.Console;

namespace Glassbox.Cli;

/// <summary>Where the verbs write to, and from where they are called.</summary>
/// <param name="output">Standard output: results and nothing else.</param>
/// <param name="error">Standard error: progress, warnings and what went wrong.</param>
/// <param name="folder">The current folder, as an absolute path; paths for people are relative to it.</param>
public sealed class CliTerminal(TextWriter output, TextWriter error, string folder)
{
    /// <summary>Standard output.</summary>
    public TextWriter Output { get; } = output;

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>Standard input.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>The current folder.</summary>
    public string Folder { get; } = folder;

    /// <summary>Standard output is a terminal that shows colours, and the user wants them.</summary>
    public bool OutputHasColors { get; init; }

    /// <summary>Standard error is a terminal, so that a line can be written over.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>This process's own. Output is UTF-8 without a mark wherever it goes.</summary>
    public static CliTerminal OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        // Where it goes to a window, the console's own writer knows how that shows text.
        if (!Console.IsOutputRedirected && OperatingSystem.IsWindows()) Console.OutputEncoding = utf8;
        var output = Console.IsOutputRedirected
            ? new StreamWriter(Console.OpenStandardOutput(), utf8, 16 * 1024) { AutoFlush = false }
            : Console.Out;
        // Spec: https://no-color.org: set to anything but the empty string.
        var wantsColors = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new CliTerminal(output, Console.Error, Environment.CurrentDirectory)
        {
            // Editors and pipes write UTF-8, whatever the console's code page.
            Input = new StreamReader(Console.OpenStandardInput(), utf8),
            OutputHasColors = wantsColors && !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi,
            ErrorIsTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
        };
    }
}
