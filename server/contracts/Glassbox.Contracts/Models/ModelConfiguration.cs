using System.Collections.Immutable;

namespace Glassbox.Contracts.Models;

/// <summary>What the user's model settings say.</summary>
/// <param name="File">Where they stand, or would stand.</param>
/// <param name="Endpoint">The model to use; null where none is configured or the settings cannot be used.</param>
/// <param name="Problems">What is wrong with them; with any of these, <paramref name="Endpoint"/> is null.</param>
public sealed record ModelConfiguration(string File, ModelEndpoint? Endpoint, ImmutableArray<ModelProblem> Problems)
{
    /// <summary>For status lines: the model's name, <c>none</c>, or <c>invalid</c>.</summary>
    public string Summary => Endpoint?.Model ?? (Problems.IsEmpty ? "none" : "invalid");
}
