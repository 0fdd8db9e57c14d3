namespace Glassbox.Architecture.Tests;

/// <summary>
/// Which way dependencies may point, in one table. A new arrow is a decision: it is made here, in the same change, with the
/// reason in ARCHITECTURE.md.
/// </summary>
internal static class Arrows
{
    /// <summary>Every project with the projects and packages that its file may name. Analyzers and the test runner come from the props.</summary>
    public static readonly IReadOnlyDictionary<string, Allowed> Table = new Dictionary<string, Allowed>(StringComparer.Ordinal)
    {
        // The contract: the base class library only.
        ["Glassbox.Contracts"] = new([], []),

        // The core decides; it knows engines by their interfaces.
        ["Glassbox.Agent"] = new(["Contracts"], []),

        // Engines do not know each other, but for two that read the workspace.
        ["Glassbox.Workspace"] = new(
            ["Contracts"],
            ["Microsoft.CodeAnalysis.CSharp.Workspaces", "Microsoft.CodeAnalysis.Workspaces.MSBuild", "Microsoft.VisualStudio.SolutionPersistence"]),
        ["Glassbox.Analysis"] = new(["Contracts", "Workspace"], ["Microsoft.CodeAnalysis.CSharp.Workspaces", "YamlDotNet"]),
        ["Glassbox.Completion"] = new(["Contracts", "Workspace"], ["Microsoft.CodeAnalysis.CSharp.Workspaces"]),
        ["Glassbox.Models"] = new(["Contracts"], []),
        ["Glassbox.Sandbox"] = new(["Contracts"], []),
        ["Glassbox.Ledger"] = new(["Contracts"], []),

        // The link reaches a core in another process.
        ["Glassbox.Link"] = new(["Contracts"], ["StreamJsonRpc", "Nerdbank.Streams"]),

        // Faces translate; they know no engine and not each other.
        ["Glassbox.Lsp"] = new(["Contracts"], ["OmniSharp.Extensions.LanguageServer"]),
        ["Glassbox.Cli"] = new(["Contracts"], ["System.CommandLine", "Spectre.Console", "DiffPlex"]),

        // The host knows all, and nothing knows the host.
        ["Glassbox.Host"] = new(
            ["Contracts", "Link", "Agent", "Workspace", "Analysis", "Completion", "Models", "Sandbox", "Ledger", "Lsp", "Cli"], []),

        // The documents are generated from what the code declares.
        ["Glassbox.DocGen"] = new(["Contracts", "Lsp", "Analysis", "Ledger"], []),

        // Tests name what they test. Those that drive the program from outside name none of it.
        ["Glassbox.Testing"] = new(["Contracts"], ["NUnit"]),
        ["Glassbox.Try"] = new(["Testing"], []),
        ["Glassbox.Bench"] = new(["Testing", "Completion", "Workspace"], []),
        ["Glassbox.Eval"] = new(["Testing", "Completion", "Workspace"], []),
        ["Glassbox.Wire.Tests"] = new(["Testing"], []),
        ["Glassbox.Clients.Tests"] = new(["Testing"], []),
        ["Glassbox.Architecture.Tests"] = new(["Testing"], []),
        ["Glassbox.Docs.Tests"] = new(["Testing", "DocGen"], []),
        ["Glassbox.Contracts.Tests"] = new(["Testing", "Contracts"], ["FsCheck"]),
        ["Glassbox.Workspace.Tests"] = new(["Testing", "Workspace"], ["FsCheck"]),
        ["Glassbox.Analysis.Tests"] = new(["Testing", "Analysis"], ["FsCheck"]),
        ["Glassbox.Completion.Tests"] = new(["Testing", "Completion"], ["FsCheck"]),
        ["Glassbox.Cli.Tests"] = new(["Testing", "Cli", "Ledger", "Models", "Sandbox"], ["FsCheck"]),
        ["Glassbox.Core.Tests"] = new(["Testing", "Agent", "Link", "Lsp", "Workspace", "Analysis", "Completion", "Ledger", "Sandbox", "Models"], []),
    };

    /// <summary>What only some of the server's sources may speak of: a pattern of code, who may, and why.</summary>
    public static readonly IReadOnlyList<Reserved> Sources =
    [
        new(@"\b(OmniSharp|MediatR)\.", ["server/faces/Glassbox.Lsp/"], "one face speaks with the library, so that it can be replaced"),
        new(@"\bNewtonsoft\.", ["server/faces/Glassbox.Lsp/"], "OmniSharp's JSON stays where OmniSharp is"),
        new(@"\b(StreamJsonRpc|Nerdbank)\.", ["server/link/"], "only the link knows that the core may be elsewhere"),
        new(@"\bMicrosoft\.CodeAnalysis\b(?!\.Text\.TextSpan)", ["server/engines/Glassbox.Workspace/", "server/engines/Glassbox.Analysis/", "server/engines/Glassbox.Completion/"],
            "the face starts fast because it never loads Roslyn"),
        new(@"\bMicrosoft\.CodeAnalysis\.MSBuild\b", ["server/engines/Glassbox.Workspace/"], "one engine loads projects"),
        new(@"\bSystem\.Net\.Http\b|\bnew HttpClient\b|\bHttpMessageHandler\b", ["server/engines/Glassbox.Models/", "server/engines/Glassbox.Analysis/Packages/"],
            "what leaves the machine leaves through one door"),
        new(@"\bProcess\.Start\s*\(|\bnew ProcessStartInfo\b|\bnew Process\b", ["server/engines/Glassbox.Sandbox/", "server/link/"],
            "the sandbox starts what the agent runs, the link starts the core"),
        new(@"(?<![.\w])Console\.", ["server/faces/", "server/host/"], "standard output belongs to the protocol"),
        new(@"\busing Glassbox\.Lsp\b", ["server/faces/Glassbox.Lsp/", "server/host/"], "protocol types end at the face"),
        new(@"\busing Glassbox\.Host\b", ["server/host/"], "nothing knows the host"),
        new(@"\bPositionEncoding\.Utf(8|32)\b|\bUtf8SequenceLength\b",
            ["server/contracts/Glassbox.Contracts/Text/ColumnConverter.cs", "server/faces/Glassbox.Lsp/Session/ClientProfile.cs"], "columns are converted in one place, for the units that the client chose"),
        new(@"\bThread\.Sleep\b|\.GetAwaiter\(\)\.GetResult\(\)|\basync void\b", [], "nothing blocks, nothing sleeps"),
    ];

    /// <summary>What the test client may not share with the server.</summary>
    public static readonly IReadOnlyList<Reserved> TestSources =
    [
        new(@"\bThread\.Sleep\b", [], "waits are for a named expectation"),
        new(@"\busing Glassbox\.(Lsp|Link|Agent|Workspace|Analysis|Completion|Host)\b|\bStreamJsonRpc\b|\bOmniSharp\b",
            [
                "tests/Glassbox.Core.Tests/", "tests/Glassbox.Workspace.Tests/", "tests/Glassbox.Analysis.Tests/", "tests/Glassbox.Completion.Tests/", "tests/Glassbox.Eval/",
                // What no client waits for is measured where nothing else is.
                "tests/Glassbox.Bench/Learning/",
                "tests/Glassbox.Docs.Tests/", "tests/Glassbox.Architecture.Tests/",
            ],
            "a test over the wire that shares code with the server agrees with its mistakes"),
    ];

    /// <summary>Files of more than 400 lines, with the reason why each has not a second room yet.</summary>
    public static readonly IReadOnlyDictionary<string, string> LongFiles = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What one project file may name, projects without the prefix that all have.</summary>
    internal sealed record Allowed(string[] Projects, string[] Packages);

    /// <summary>A pattern of code and the path prefixes that may hold it.</summary>
    internal sealed record Reserved(string Pattern, string[] Only, string Why)
    {
        public override string ToString() => Why;
    }
}
