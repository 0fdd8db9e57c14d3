using System.Diagnostics;
using System.Text.RegularExpressions;
using Glassbox.Testing;

namespace Glassbox.Clients.Tests;

/// <summary>
/// A Neovim new enough for <c>vim.lsp.config</c>: what GLASSBOX_NVIM names, else <c>nvim</c> on the PATH, else one that
/// get-neovim.sh unpacks below <c>artifacts/editors</c> and that later runs find there again.
/// </summary>
internal static partial class Neovim
{
    private static readonly Version Oldest = new(0, 11);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly Lazy<Availability> Found = new(Find);

    public static Availability Availability => Found.Value;

    private static Availability Find()
    {
        if (Environment.GetEnvironmentVariable("GLASSBOX_NVIM") is { Length: > 0 } named)
        {
            return VersionOf(named) is { } version && version >= Oldest
                ? new Availability(named, null)
                : throw new InvalidOperationException($"GLASSBOX_NVIM names {named}: no Neovim {Oldest} or newer.");
        }

        if (VersionOf("nvim") is { } installed && installed >= Oldest) return new Availability("nvim", null);
        return OperatingSystem.IsLinux()
            ? Unpack()
            : new Availability(null, $"No Neovim {Oldest} or newer is on the PATH; only on Linux one can be unpacked.");
    }

    private static Availability Unpack()
    {
        var script = Repository.Combine("tests", "Glassbox.Clients.Tests", "get-neovim.sh");
        var (exitCode, output, error) = Run("bash", script, Repository.Combine("artifacts", "editors", "neovim"));
        return exitCode == 0
            ? new Availability(output.Trim(), null)
            : new Availability(null, $"No Neovim {Oldest} or newer can be had: {error.Trim()}");
    }

    private static Version? VersionOf(string command)
    {
        try
        {
            var (exitCode, output, _) = Run(command, "--version");
            return exitCode == 0 && VersionLine().Match(output) is { Success: true } match
                ? Version.Parse(match.Groups[1].Value)
                : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // What the system says when there is no such program.
            return null;
        }
    }

    private static (int ExitCode, string Output, string Error) Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            return (-1, "", $"{command} did not end within {Patience.TotalMinutes:0} minutes");
        }

        return (process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    [GeneratedRegex(@"^NVIM v(\d+\.\d+\.\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex VersionLine();
}
