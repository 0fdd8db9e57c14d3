namespace Glassbox.Completion.Corpus;

/// <summary>One learned document.</summary>
/// <param name="source">Where it comes from: a path.</param>
/// <param name="length">How many tokens it has.</param>
internal sealed class StoredDocument(Contracts.Text.DocumentPath source, int length)
{
    /// <summary>Where it comes from.</summary>
    public Contracts.Text.DocumentPath Source => source;

    /// <summary>How many tokens it has.</summary>
    public int Length => length;
}
