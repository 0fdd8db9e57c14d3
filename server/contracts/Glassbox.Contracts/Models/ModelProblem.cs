namespace Glassbox.Contracts.Models;

/// <summary>One thing wrong with the model settings.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Setting">The setting concerned, or the empty string for the file as a whole.</param>
/// <param name="Detail">
/// The nearest known setting, the address, the variable's name, or what the reader said, depending on
/// <paramref name="Kind"/>; null where there is nothing to add. Never a key.
/// </param>
public sealed record ModelProblem(ModelProblemKind Kind, string Setting, string? Detail);
