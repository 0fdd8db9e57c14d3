using System.Globalization;

namespace Glassbox.Host;

/// <summary>What follows <c>glassbox lsp</c>.</summary>
/// <param name="Pipe">The name of a pipe (Windows) or the path of a socket (elsewhere) to connect to, or null.</param>
/// <param name="Port">A port on this machine to connect to, or null.</param>
/// <param name="Trusts">The workspace's build logic may run.</param>
/// <param name="InProcess">Keep the core in this process: for debugging.</param>
internal sealed record LspArguments(string? Pipe, int? Port, bool Trusts, bool InProcess)
{
    /// <summary>Reads the arguments of a plain <c>lsp</c>; null for any other verb, for a request for help, and for what it does not know.</summary>
    public static LspArguments? TryParse(string[] args)
    {
        if (args is not ["lsp", ..]) return null;
        var parsed = new LspArguments(null, null, Trusts: false, InProcess: false);
        for (var i = 1; i < args.Length; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var option, var given] ? (option, given) : (args[i], null);
            switch (name)
            {
                case "--stdio":
                    break;
                case "--trust":
                    parsed = parsed with { Trusts = true };
                    break;
                case "--pipe" when (value ?? args.ElementAtOrDefault(++i)) is { } pipe:
                    parsed = parsed with { Pipe = pipe };
                    break;
                case "--socket" or "--port" when int.TryParse(value ?? args.ElementAtOrDefault(++i), CultureInfo.InvariantCulture, out var port):
                    parsed = parsed with { Port = port };
                    break;
                case "--core" when (value ?? args.ElementAtOrDefault(++i)) is "inproc":
                    parsed = parsed with { InProcess = true };
                    break;
                case "--clientProcessId":
                    // vscode-languageclient adds it; `initialize` says the same.
                    if (value is null) i++;
                    break;
                default:
                    return null;
            }
        }

        return parsed;
    }
}
