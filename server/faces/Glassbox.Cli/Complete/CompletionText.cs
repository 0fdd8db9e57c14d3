using System.Globalization;
using Glassbox.Cli.Text;
using Glassbox.Contracts.Completion;

namespace Glassbox.Cli.Complete;

/// <summary>Completion for people: the popup as a list, with the reason of each, and the ghost text.</summary>
internal static class CompletionText
{
    private const int LongestLabel = 40;

    /// <summary>Writes it.</summary>
    public static void Write(CompletionResult result, Ink ink)
    {
        ink.Line($"{Printable.Of(result.File)}:{result.Position}", Tone.Strong);
        WritePopup(result, ink);
        WriteGhost(result.Ghosts.FirstOrDefault(), ink);
    }

    private static void WritePopup(CompletionResult result, Ink ink)
    {
        if (result.Shown.IsEmpty)
        {
            ink.Line("No candidates.");
            return;
        }

        var labels = result.Shown.Max(shown => Math.Min(LongestLabel, shown.Candidate.Label.Length));
        var kinds = result.Shown.Max(shown => KindOf(shown.Candidate).Length);
        foreach (var (index, shown) in result.Shown.Index())
        {
            var why = shown.Description?.Why ?? (shown.Candidate.Qualifier is { } space ? $"adds using {space}" : "");
            ink.Write($"{(index + 1).ToString(CultureInfo.InvariantCulture),4} ", Tone.Faint)
                .Write(shown.IsMarked ? "* " : "  ", Tone.Good)
                .Write(Printable.Of(shown.Candidate.Label).PadRight(labels), Tone.Strong)
                .Write($"  {(why.Length > 0 ? KindOf(shown.Candidate).PadRight(kinds) : KindOf(shown.Candidate))}", Tone.Note)
                .Line(why.Length > 0 ? $"  {Printable.Of(why)}" : "", Tone.Faint);
        }

        var more = result.Answer.Candidates.Length - result.Shown.Length;
        if (more > 0) ink.Line($"     {Words.Count(more, "more candidate")}{(result.Answer.IsIncomplete ? ", and others with more typed" : "")}; --limit shows them.", Tone.Faint);
    }

    private static void WriteGhost(GhostText? ghost, Ink ink)
    {
        if (ghost is null)
        {
            ink.Line("No ghost text.");
            return;
        }

        var lines = ghost.Insert.Split('\n');
        ink.Write("Ghost text ").Write($"({(100 * ghost.Confidence).ToString("0", CultureInfo.InvariantCulture)} % sure) ", Tone.Note).Line(Printable.Of(lines[0].TrimEnd('\r')), Tone.Good);
        foreach (var line in lines.Skip(1)) ink.Line($"     {Printable.Of(line.TrimEnd('\r'))}", Tone.Good);
        foreach (var reason in ghost.Provenance.Reasons) ink.Line($"     {Printable.Of(reason)}", Tone.Faint);
    }

    private static string KindOf(CompletionCandidate candidate) => candidate.Kind.ToString().ToLowerInvariant();
}
