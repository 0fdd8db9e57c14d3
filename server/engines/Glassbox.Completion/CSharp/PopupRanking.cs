using System.Globalization;
using Glassbox.Completion.Counts;
using Glassbox.Completion.Imports;
using Glassbox.Completion.Ranking;
using Glassbox.Contracts.Completion;

namespace Glassbox.Completion.CSharp;

/// <summary>Orders a session's entries, and types that could be imported, for what is typed.</summary>
internal sealed class PopupRanking(UsageCounts usage, ImportIndex imports)
{
    private const int MostImports = 200;

    /// <summary>How much more a use after this very type says than a use after any.</summary>
    private const int ReceiverWeight = 8;

    /// <summary>At this many code units before the place a name counts half as recent.</summary>
    private const double RecentScale = 400;

    /// <summary>Best first, import candidates among them.</summary>
    /// <param name="session">What fits the place.</param>
    /// <param name="typed">The letters typed.</param>
    /// <param name="withImports">Types that are not imported may be offered.</param>
    /// <param name="onlyMatching">Leave out what does not match, because the client asks again anyway.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public List<RankedEntry> Rank(PopupSession session, string typed, bool withImports, bool onlyMatching, CancellationToken cancellationToken)
    {
        var ranked = new List<RankedEntry>(session.Entries.Length);
        for (var i = 0; i < session.Entries.Length; i++)
        {
            var entry = session.Entries[i];
            var match = NameMatcher.Match(entry.Label, typed);
            if (match < NameMatch.Exact && entry.Name != entry.Label && NameMatcher.Match(entry.Name, typed) is var byName && byName > match) match = byName;
            if (match == NameMatch.None && onlyMatching) continue;
            ranked.Add(new RankedEntry(entry, "e" + i.ToString(CultureInfo.InvariantCulture), null, match, Score(session, entry, match)));
        }

        if (withImports && typed.Length > 0) AddImports(ranked, session, typed, cancellationToken);
        ranked.Sort(RankedEntry.Compare);
        return ranked;
    }

    /// <summary>How often the workspace uses an entry's name in the way the place does.</summary>
    public int UsesOf(PopupSession session, PopupEntry entry) =>
        session.Site.Is(SitePlace.Member) || entry.Proximity >= Proximity.ExpectedMember ? usage.OfMember(entry.Name) : usage.OfName(entry.Name);

    /// <summary>How often it follows the receiver's type.</summary>
    public int UsesOnReceiver(PopupSession session, PopupEntry entry) =>
        session.ReceiverType is { } type ? usage.OfMember(type, entry.Name) : 0;

    private double Score(PopupSession session, PopupEntry entry, NameMatch match)
    {
        var uses = UsesOf(session, entry) + (ReceiverWeight * UsesOnReceiver(session, entry));
        var weight = entry.Kind == CandidateKind.Keyword ? Proximity.PerDoublingOfKeyword : Proximity.PerDoubling;
        var recent = session.Recent.TryGetValue(entry.Name, out var distance) ? Proximity.Recent / (1 + (distance / RecentScale)) : 0;
        return entry.Proximity + (weight * Math.Log2(1 + uses)) + recent + (match is NameMatch.Prefix or NameMatch.Exact ? Proximity.ExactCase : 0);
    }

    private void AddImports(List<RankedEntry> ranked, PopupSession session, string typed, CancellationToken cancellationToken)
    {
        var project = session.Document.Project;
        var imported = UsingEdit.ImportedAt(session.Site.Root, session.Site.WordStart);
        imported.UnionWith(imports.GlobalUsings(project.Id));
        var inScope = session.Entries.Where(entry => SymbolKinds.IsType(entry.Kind)).Select(entry => entry.Label).ToHashSet(StringComparer.Ordinal);
        var attribute = session.Site.Is(SitePlace.AttributeName);
        var seen = new HashSet<(string, string)>();
        var found = new List<RankedEntry>();
        foreach (var (types, publicOnly) in imports.VisibleTo(project))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var type in types)
            {
                if (publicOnly && !type.IsPublic) continue;
                var name = attribute ? WithoutSuffix(type.Name) : type.Name;
                if (name is null) continue;
                var match = NameMatcher.Match(name, typed);
                if (match < NameMatch.Substring || imported.Contains(type.Namespace) || inScope.Contains(name) || !seen.Add((type.Namespace, name))) continue;
                var entry = new PopupEntry(name, type.Kind, Proximity.NotImported) { Name = type.Name };
                var key = $"i:{type.Namespace}|{type.Name}|{type.Arity.ToString(CultureInfo.InvariantCulture)}";
                found.Add(new RankedEntry(entry, key, type.Namespace, match, Score(session, entry, match)));
            }
        }

        found.Sort(RankedEntry.Compare);
        ranked.AddRange(found.Take(MostImports));
    }

    private static string? WithoutSuffix(string name) =>
        name.Length > "Attribute".Length && name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : null;
}
