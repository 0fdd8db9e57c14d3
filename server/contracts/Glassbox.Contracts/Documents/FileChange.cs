using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Documents;

/// <summary>A file that changed on disk.</summary>
public sealed record FileChange(DocumentPath Path, FileChangeKind Kind);
