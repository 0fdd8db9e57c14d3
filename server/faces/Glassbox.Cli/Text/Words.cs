using Glassbox.Contracts.Findings;

namespace Glassbox.Cli.Text;

/// <summary>Small phrases that several reports share.</summary>
internal static class Words
{
    /// <summary><c>1 file</c>, <c>2 files</c>.</summary>
    public static string Count(int count, string one) => count == 1 ? $"1 {one}" : $"{count} {one}s";

    /// <summary>A severity as people and settings write it.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Information => "information",
        Severity.Hint => "hint",
        _ => "none",
    };

    /// <summary>The colour of a severity.</summary>
    public static Tone ToneOf(Severity severity) => severity switch
    {
        Severity.Error => Tone.Error,
        Severity.Warning => Tone.Warning,
        Severity.Information => Tone.Note,
        _ => Tone.Faint,
    };
}
