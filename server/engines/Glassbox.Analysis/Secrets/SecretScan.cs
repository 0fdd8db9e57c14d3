using System.Collections.Immutable;
using Glassbox.Analysis.Secrets.Shapes;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Secrets;

/// <summary>One scan of one text: what is read, and what was found so far.</summary>
internal sealed class SecretScan(string text, ScannedFile file)
{
    private readonly List<Candidate> candidates = [];
    private readonly Dictionary<string, bool> mentions = new(StringComparer.Ordinal);

    public string Text { get; } = text;

    public ScannedFile File { get; } = file;

    /// <summary>True when the text or the file's name speaks of something, in any case.</summary>
    public bool Mentions(string word)
    {
        if (mentions.TryGetValue(word, out var known)) return known;
        var found = File.Name.Contains(word, StringComparison.OrdinalIgnoreCase) || Text.Contains(word, StringComparison.OrdinalIgnoreCase);
        mentions[word] = found;
        return found;
    }

    /// <summary>Adds what was told by its shape.</summary>
    public void Add(SecretKind kind, int start, int end, TokenVerdict verdict)
    {
        if (verdict == TokenVerdict.Refused) return;
        Add(kind, start, end, verdict == TokenVerdict.Plausible ? Confidence.Medium : Confidence.High, isProven: verdict == TokenVerdict.Proven);
    }

    /// <summary>Adds what was told by its place or its name. Credentials of tests count less, unless a checksum proves them.</summary>
    public void Add(SecretKind kind, int start, int end, Confidence confidence, bool isProven = false)
    {
        if (end <= start) return;
        if (File.IsFixture && !isProven)
        {
            if (confidence == Confidence.Low || (kind.IsGeneric && confidence != Confidence.High)) return;
            confidence = kind.IsGeneric || confidence == Confidence.Medium ? Confidence.Low : Confidence.Medium;
        }

        candidates.Add(new Candidate(kind, TextSpan.FromBounds(start, end), confidence));
    }

    /// <summary>The matches in order of the text, none over another: the kind that says more wins.</summary>
    public ImmutableArray<SecretMatch> ToMatches()
    {
        var kept = new List<Candidate>(candidates.Count);
        foreach (var candidate in candidates.OrderBy(each => each.Span.Start).ThenByDescending(each => each.Kind.Rank).ThenByDescending(each => each.Span.Length))
        {
            if (kept.Count == 0 || !kept[^1].Span.OverlapsWith(candidate.Span)) kept.Add(candidate);
            else if (candidate.Kind.Rank > kept[^1].Kind.Rank) kept[^1] = candidate;
        }

        return [.. kept.Select(each => new SecretMatch(each.Kind, each.Span, each.Confidence, Redaction.Of(Text.AsSpan(each.Span.Start, each.Span.Length))))];
    }

    private readonly record struct Candidate(SecretKind Kind, TextSpan Span, Confidence Confidence);
}
