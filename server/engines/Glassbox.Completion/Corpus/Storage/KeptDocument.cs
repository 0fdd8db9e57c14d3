using System.Collections.Immutable;
using Glassbox.Contracts.Text;

namespace Glassbox.Completion.Corpus.Storage;

/// <summary>A document in a file of what was learned.</summary>
/// <param name="Path">Where it was.</param>
/// <param name="Language">The language that it was read as.</param>
/// <param name="Stamp">The file that held exactly its text.</param>
/// <param name="Hash">Of its text.</param>
/// <param name="First">Its first token.</param>
/// <param name="Length">How many tokens it has.</param>
/// <param name="Documentation">How many tokens behind those are of its documentation comments.</param>
internal sealed record KeptDocument(DocumentPath Path, string Language, FileStamp Stamp, ImmutableArray<byte> Hash, int First, int Length, int Documentation);
