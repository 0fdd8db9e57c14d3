using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Session;

/// <summary>One workspace folder.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Trust">What is decided about its build logic.</param>
/// <param name="Tier">How its projects are known: <c>loose</c>, <c>data</c> or <c>evaluated</c>; the least of them.</param>
public sealed record FolderStatus(DocumentPath Path, TrustDecision Trust, string Tier);
