using Glassbox.Contracts.Models;

namespace Glassbox.Cli.Doctor;

/// <summary>Says what is wrong with model settings.</summary>
internal static class ModelWords
{
    /// <summary>One sentence that names the setting and what to do.</summary>
    public static string Describe(ModelProblem problem) => problem.Kind switch
    {
        ModelProblemKind.Unreadable => $"The file cannot be read: {problem.Detail}",
        ModelProblemKind.NotJson => $"The file is not a JSON object (at {problem.Detail}).",
        ModelProblemKind.UnknownSetting when problem.Detail is { } nearest => $"There is no setting `{problem.Setting}`; did you mean `{nearest}`?",
        ModelProblemKind.UnknownSetting => $"There is no setting `{problem.Setting}`.",
        ModelProblemKind.Missing => $"`{problem.Setting}` is missing.",
        ModelProblemKind.NotText => $"`{problem.Setting}` must be a text that is not empty.",
        ModelProblemKind.BadAddress => $"`{problem.Setting}` must be an address that begins with https:// (or http:// on this machine).",
        ModelProblemKind.NotEncrypted => $"`{problem.Setting}` would send your text to {problem.Detail} in the clear; use https.",
        ModelProblemKind.SecretInAddress => $"`{problem.Setting}` holds a user name or password; name an environment variable in `keyVariable` instead.",
        ModelProblemKind.KeyInFile => $"`{problem.Setting}` holds a key; put the key into an environment variable and its name into `keyVariable`.",
        ModelProblemKind.VariableNotSet => $"The environment variable {problem.Detail}, named by `{problem.Setting}`, is not set.",
        _ => throw new InvalidOperationException($"Unknown problem {problem.Kind}."),
    };
}
