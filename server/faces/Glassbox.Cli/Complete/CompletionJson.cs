using System.Text.Json;
using Glassbox.Cli.Check;
using Glassbox.Contracts.Text;

namespace Glassbox.Cli.Complete;

/// <summary>Completion for programs. Lines and columns count from 1; columns are UTF-16 code units.</summary>
internal static class CompletionJson
{
    /// <summary>Writes it.</summary>
    public static void Write(CompletionResult result, TextWriter writer)
    {
        var document = new
        {
            result.File,
            Line = result.Position.Line + 1,
            Column = result.Position.Character + 1,
            Total = result.Answer.Candidates.Length,
            result.Answer.IsIncomplete,
            Replace = RangeOf(result.Answer.Replace),
            result.Answer.Provenance.Engine,
            Candidates = result.Shown.Select(shown => new
            {
                shown.Candidate.Label,
                Kind = shown.Candidate.Kind.ToString().ToLowerInvariant(),
                shown.IsMarked,
                Insert = shown.Candidate.InsertText ?? shown.Candidate.Label,
                shown.Candidate.Qualifier,
                Detail = shown.Description?.Detail is { Length: > 0 } detail ? detail : null,
                shown.Description?.Why,
            }),
            Ghosts = result.Ghosts.Select(ghost => new { ghost.Insert, Replace = RangeOf(ghost.Replace), ghost.Confidence, ghost.Provenance.Engine, ghost.Provenance.Reasons }),
        };
        writer.Write(JsonSerializer.Serialize(document, JsonReport.Options));
        writer.Write('\n');
    }

    private static Range RangeOf(TextRange range) => new(range.Start.Line + 1, range.Start.Character + 1, range.End.Line + 1, range.End.Character + 1);

    private sealed record Range(int Line, int Column, int EndLine, int EndColumn);
}
