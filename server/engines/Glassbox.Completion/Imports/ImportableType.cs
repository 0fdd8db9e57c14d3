using Glassbox.Contracts.Completion;

namespace Glassbox.Completion.Imports;

/// <summary>A top-level type as far as import completion must know it.</summary>
/// <param name="Namespace">Never empty: the global namespace needs no import.</param>
/// <param name="Name">Without arity.</param>
/// <param name="Arity">How many type parameters.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsPublic">Seen by other assemblies.</param>
internal sealed record ImportableType(string Namespace, string Name, int Arity, CandidateKind Kind, bool IsPublic);
