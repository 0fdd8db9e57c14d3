using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Detections;

/// <summary>A finding, and where it stands in the analysis that it comes from.</summary>
internal sealed record ReportedFinding(Finding Finding, int Index);
