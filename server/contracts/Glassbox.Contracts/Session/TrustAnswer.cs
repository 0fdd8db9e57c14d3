using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Session;

/// <summary>The user's answer for one folder.</summary>
/// <param name="Folder">The folder that was asked about.</param>
/// <param name="Decision">What the user chose; undecided when the question was dismissed.</param>
/// <param name="Remember">Keep it in the user's state folder for the next session.</param>
public sealed record TrustAnswer(DocumentPath Folder, TrustDecision Decision, bool Remember);
