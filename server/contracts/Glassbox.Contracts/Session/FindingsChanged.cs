using System.Collections.Immutable;
using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Session;

/// <summary>Findings may have changed.</summary>
/// <param name="Documents">Where, or empty for anywhere.</param>
/// <param name="SnapshotVersion">The state of the workspace that they would be computed on.</param>
public sealed record FindingsChanged(ImmutableArray<DocumentPath> Documents, long SnapshotVersion);
