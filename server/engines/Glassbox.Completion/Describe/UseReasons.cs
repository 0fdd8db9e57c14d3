using System.Globalization;
using Glassbox.Completion.Corpus;
using Glassbox.Completion.CSharp;
using Glassbox.Completion.Lexing;
using Glassbox.Contracts.Completion;
using Glassbox.Workspace.Snapshots;

namespace Glassbox.Completion.Describe;

/// <summary>Says in one line why a candidate stands where it does: the closest evidence there is, and where it was seen last.</summary>
internal sealed class UseReasons(PopupRanking ranking, LearnedDocuments learned)
{
    // Places that share less with the cursor's are like any other.
    private const int LeastAlike = 2;

    private readonly UsePlaces places = new(learned);

    /// <summary>The line; null for what nobody uses yet, and for keywords, which say nothing.</summary>
    public async Task<string?> OfAsync(RoslynSnapshot snapshot, PopupSession session, PopupEntry entry, CancellationToken cancellationToken)
    {
        // In comments and strings nothing is known of the place.
        if (entry.Kind is CandidateKind.Keyword or CandidateKind.Snippet || session.Evidence is null) return null;
        var site = session.Site;
        var isMember = site.Is(SitePlace.Member);
        if (isMember && ranking.UsesOnReceiver(session, entry) is var onType and > 0)
            return await TellAsync(onType, $"on {session.ReceiverType} here", Origins.OfType(learned.Lexicon.Find(session.ReceiverType)));
        if (isMember && OriginOfReceiver(session) is var (receiver, origin) && UsesOf(origin) is var onOrigin and > 0)
            return await TellAsync(onOrigin, $"on values got like '{receiver}' here", origin);

        // Not the session's own evidence: it serves one reader at a time, and several candidates may be asked about at once.
        var at = new CursorText(session.Path, site.Text, site.WordStart, site.WordEnd, LexicalRules.CSharp);
        var evidence = learned.EvidenceAt(at.Path, at.Text, at.WordStart, at.WordEnd, at.Rules);
        var alike = OccurrencesOf(evidence, entry.Name);
        if (alike.Count > 0) return Line(alike.Count, "after such words", await places.LastAsync(snapshot, at, evidence, alike, cancellationToken));

        return ranking.UsesOf(session, entry) is var uses and > 0 ? await TellAsync(uses, "in this workspace", origin: null) : null;

        int UsesOf(ulong from) => learned.Lexicon.Find(entry.Name) is var number and not 0 ? learned.Usage[UsageKeys.OfOrigin(from, number)] : 0;

        async Task<string> TellAsync(int count, string where, ulong? origin)
        {
            var use = new UseKind(entry.Name, isMember || entry.Proximity >= Proximity.ExpectedMember, origin);
            return Line(count, where, await places.LastAsync(snapshot, session.Path, site.Text, site.WordStart, use, cancellationToken));
        }
    }

    private static string Line(int count, string where, UsePlace? last)
    {
        var line = $"used {(count == 1 ? "once" : count.ToString(CultureInfo.InvariantCulture) + " times")} {where}";
        return last is { } place ? $"{line}; last in {place}" : line;
    }

    private static List<Occurrence> OccurrencesOf(ContextEvidence evidence, string name)
    {
        var found = new List<Occurrence>();
        if (evidence.Buffer.Find(name) is not (var number and not 0)) return found;
        evidence.Find(evidence.Buffer.Before, found);
        found.RemoveAll(place => Token.NumberOf(place.Next) != number || place.Likeness.Alike < LeastAlike);
        return found;
    }

    // The receiver as the tokens before the dot name it.
    private static (string Receiver, ulong Origin)? OriginOfReceiver(PopupSession session)
    {
        if (session.Evidence?.Buffer is not { Before: [.., var token, _] } buffer || !Token.IsName(token)) return null;
        var origins = new Dictionary<int, ulong>();
        Origins.Read(buffer.Before, buffer, origins);
        var receiver = Token.NumberOf(token);
        return origins.TryGetValue(receiver, out var origin) ? (buffer.TextOf(receiver), origin) : null;
    }
}
