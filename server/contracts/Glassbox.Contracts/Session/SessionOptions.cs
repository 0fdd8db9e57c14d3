using System.Collections.Immutable;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Session;

/// <summary>What a face says of itself when it opens a session.</summary>
/// <param name="Folders">The workspace's folders, in the client's order; may be empty.</param>
/// <param name="Settings">As the user has set them.</param>
/// <param name="Trust">Whether the user already said that the folders' build logic may run.</param>
/// <param name="CanAskForTrust">The face can show a question; where it cannot, undecided means no.</param>
/// <param name="Face">Which face it is, for the ledger: <c>lsp</c> or <c>cli</c>.</param>
public sealed record SessionOptions(
    ImmutableArray<DocumentPath> Folders,
    GlassboxSettings Settings,
    TrustDecision Trust,
    bool CanAskForTrust,
    string Face = "lsp")
{
    /// <summary>What the user answered for single folders in this session, so that a core that is started anew knows it.</summary>
    public ImmutableArray<TrustAnswer> TrustAnswers { get; init; } = [];

    /// <summary>The session went on before in a core that died: answers may take a little longer, but must be what they were.</summary>
    public bool IsReplay { get; init; }
}
