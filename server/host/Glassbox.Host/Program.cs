namespace Glassbox.Host;

/// <summary>The one executable.</summary>
public static class Program
{
    /// <summary>Runs a verb.</summary>
    /// <returns>The verb's exit code.</returns>
    public static Task<int> Main(string[] args)
    {
        // The two verbs that programs start, not people, go past the command line's machinery: it would cost an editor
        // tens of milliseconds at every start. Everything else, their help included, goes through it.
        if (LspArguments.TryParse(args) is { } lsp) return LspVerb.RunAsync(lsp);
        if (args is ["core"]) return CoreVerb.RunAsync();
        return CommandLineVerbs.RunAsync(args);
    }
}
