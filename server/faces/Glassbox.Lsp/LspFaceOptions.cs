using Glassbox.Contracts.Session;

namespace Glassbox.Lsp;

/// <summary>What the language server face needs.</summary>
/// <param name="Input">What the client says.</param>
/// <param name="Output">What the client is told; nothing else may write to it.</param>
/// <param name="Core">The agent core, not yet started.</param>
/// <param name="Trust">What the command line says about the workspace's build logic.</param>
/// <param name="Version">As <c>serverInfo</c> shows it.</param>
/// <param name="Time">The clock.</param>
public sealed record LspFaceOptions(
    Stream Input, Stream Output, ICoreConnection Core, TrustDecision Trust, string Version, TimeProvider Time);
