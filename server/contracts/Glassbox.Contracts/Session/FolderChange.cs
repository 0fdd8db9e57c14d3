using System.Collections.Immutable;
using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Session;

/// <summary>Workspace folders that came and went.</summary>
public sealed record FolderChange(ImmutableArray<DocumentPath> Added, ImmutableArray<DocumentPath> Removed);
