using Glassbox.Cli.Session;
using Glassbox.Cli.Text;

namespace Glassbox.Cli.Fix;

/// <summary>What was fixed, and what is left and why.</summary>
internal static class FixSummary
{
    /// <summary>Writes it.</summary>
    public static void Write(FixOutcome outcome, bool isDryRun, Ink ink, string folder)
    {
        foreach (var finding in outcome.Fixed)
            ink.Write(isDryRun ? "would fix " : "fixed ", Tone.Good)
                .Write($"{finding.RuleId} ", Tone.Faint)
                .Line($"{Printable.Of(Target.Display(finding.Path, folder))}:{finding.Range.Start} {Printable.Of(finding.Message)}");
        foreach (var left in outcome.Left)
        {
            // Where it is in the files as they are on disk.
            var finding = isDryRun ? left.Before : left.Now;
            ink.Write("left ", Tone.Warning)
                .Write($"{finding.RuleId} ", Tone.Faint)
                .Write($"{Printable.Of(Target.Display(finding.Path, folder))}:{finding.Range.Start} {Printable.Of(finding.Message)}")
                .Line($" ({Printable.Of(left.Reason)})", Tone.Faint);
        }

        var done = isDryRun ? "can be fixed" : "fixed";
        ink.Line(
            outcome.Fixed.IsEmpty && outcome.Left.IsEmpty
                ? $"Nothing to fix in {Words.Count(outcome.Documents, "file")}."
                : $"{Words.Count(outcome.Fixed.Length, "finding")} {done} in {Words.Count(outcome.Changed.Length, "file")}, {outcome.Left.Length} left.",
            Tone.Strong);
    }
}
