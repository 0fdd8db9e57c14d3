using System.Globalization;
using Glassbox.Testing.Wire;

namespace Glassbox.Bench;

/// <summary>What the command line asked for.</summary>
internal sealed record BenchOptions
{
    /// <summary>What <c>--help</c> prints.</summary>
    public const string Help = """
        Measures a published server over stdio, with real edits between the requests, and prints one table.

          --quick            few samples: a first impression within two minutes
          --runs N           keystrokes of the typing row (default 200; other rows take a part of it)
          --starts N         process starts (default 15)
          --solution PATH    measure on this folder instead of the sample and the generated solution
          --only shop|large  one of those two
          --lines N          lines of the generated solution (default 100000)
          --server EXE       the build to measure (default: artifacts/glassbox, or $GLASSBOX_EXE)
          --compare EXE2     measure another build in turn with it, sample by sample, and print ratios
          --trusted          let the server run MSBuild
          --json FILE        write every sample
          --learning FOLDER  measure instead what learning the C# of this folder costs, in this process
        """;

    /// <summary>Keystrokes of the typing row.</summary>
    public int Runs { get; init; } = 200;

    /// <summary>Process starts.</summary>
    public int Starts { get; init; } = 15;

    /// <summary>On how many of the starts the load is waited for.</summary>
    public int Loads => Math.Clamp(Starts / 3, 2, 5);

    /// <summary>A folder, or null for the sample and the generated one.</summary>
    public string? Solution { get; init; }

    /// <summary><c>shop</c>, <c>large</c> or null for both.</summary>
    public string? Only { get; init; }

    /// <summary>Lines of the generated solution.</summary>
    public int Lines { get; init; } = 100_000;

    /// <summary>The build, or null for the published one.</summary>
    public string? Server { get; init; }

    /// <summary>Another build, or null.</summary>
    public string? Compare { get; init; }

    /// <summary>MSBuild may run.</summary>
    public bool IsTrusted { get; init; }

    /// <summary>Where the samples go, or null.</summary>
    public string? Json { get; init; }

    /// <summary>Measure learning on this folder instead, or null.</summary>
    public string? Learning { get; init; }

    /// <summary>Print the help instead.</summary>
    public bool IsHelp { get; init; }

    /// <summary>Reads the command line.</summary>
    /// <exception cref="WireException">Something in it makes no sense; the message says what.</exception>
    public static BenchOptions Read(IReadOnlyList<string> arguments)
    {
        var options = new BenchOptions();
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i];
            options = name switch
            {
                "--quick" => options with { Runs = 30, Starts = 5 },
                "--runs" => options with { Runs = Number(Value()) },
                "--starts" => options with { Starts = Number(Value()) },
                "--solution" => options with { Solution = Value() },
                "--only" => options with { Only = Value() is "shop" or "large" ? arguments[i] : throw new WireException("--only takes shop or large.") },
                "--lines" => options with { Lines = Number(Value()) },
                "--server" => options with { Server = Value() },
                "--compare" => options with { Compare = Value() },
                "--trusted" => options with { IsTrusted = true },
                "--json" => options with { Json = Value() },
                "--learning" => options with { Learning = Value() },
                "--help" or "-h" => options with { IsHelp = true },
                _ => throw new WireException($"Unknown: {name}\n\n{Help}"),
            };

            string Value() => ++i < arguments.Count ? arguments[i] : throw new WireException($"{name} wants a value.");
            int Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw new WireException($"{name} wants a number above 0, not {text}.");
        }

        return options;
    }
}
