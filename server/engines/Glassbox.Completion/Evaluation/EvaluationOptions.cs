namespace Glassbox.Completion.Evaluation;

/// <summary>What is evaluated.</summary>
/// <param name="Seed">Chooses files and places; the same seed chooses the same ones.</param>
/// <param name="Files">How many files are held out.</param>
/// <param name="PlacesPerFile">How many places are asked about for each task, on average over the files: large files have more of them.</param>
public sealed record EvaluationOptions(int Seed = 1, int Files = 40, int PlacesPerFile = 12)
{
    /// <summary>What is asked for.</summary>
    internal IReadOnlyCollection<EvaluationKind> Kinds { get; init; } = Enum.GetValues<EvaluationKind>();
}
