using System.Globalization;
using Glassbox.Completion.Corpus;
using Glassbox.Completion.Imports;
using Glassbox.Completion.Ranking;
using Glassbox.Contracts.Completion;

namespace Glassbox.Completion.CSharp;

/// <summary>Orders a session's entries, and types that could be imported, for what is typed.</summary>
internal sealed class PopupRanking(LearnedDocuments learned, ImportIndex imports)
{
    private const int MostImports = 200;
    private const double CostOfUsing = 1;

    // Names that are typed in their own case are a little likelier to be meant.
    private const double ExactCase = 1.5;

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
            ranked.Add(new RankedEntry(entry, "e" + i.ToString(CultureInfo.InvariantCulture), null, match, session.Scores[i] + Case(match)));
        }

        if (withImports && typed.Length > 0) AddImports(ranked, session, typed, cancellationToken);
        ranked.Sort(RankedEntry.Compare);
        return ranked;
    }

    /// <summary>How often the workspace uses an entry's name in the way the place does.</summary>
    public int UsesOf(PopupSession session, PopupEntry entry)
    {
        var number = learned.Lexicon.Find(entry.Name);
        return number == 0 ? 0 : learned.Usage[session.Site.Is(SitePlace.Member) || entry.Proximity >= Proximity.ExpectedMember ? UsageKeys.Member(number) : UsageKeys.Name(number)];
    }

    /// <summary>How often it follows the receiver's type.</summary>
    public int UsesOnReceiver(PopupSession session, PopupEntry entry) =>
        session.ReceiverType is { } type && learned.Lexicon.Find(entry.Name) is var number and not 0
            ? learned.Usage[UsageKeys.OfOrigin(Origins.OfType(learned.Lexicon.Find(type)), number)]
            : 0;

    /// <summary>Looks up what is known of a session's entries and scores them.</summary>
    /// <param name="session">What fits the place.</param>
    /// <param name="evidence">What is known of the place.</param>
    public PopupSession Score(PopupSession session, ContextEvidence evidence)
    {
        var prediction = evidence.AtCursor;
        session = LearnedNames.AddTo(session with { Evidence = evidence, Prediction = prediction }, imports, learned.Usage);
        var features = PopupFeatures.Of(session, evidence, prediction, learned);
        var weights = RankingWeights.At(session.Site.Is(SitePlace.Member));
        var scores = new double[session.Entries.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            var own = features.AsSpan(i * PopupFeatures.Count, PopupFeatures.Count);
            for (var k = 0; k < own.Length; k++) scores[i] += own[k] * weights[k];
        }

        return session with { Features = features, Scores = [.. scores] };
    }

    private static double Case(NameMatch match) => match is NameMatch.Prefix or NameMatch.Exact ? ExactCase : 0;

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
                found.Add(new RankedEntry(entry, key, type.Namespace, match, ScoreOfImport(session, entry) + Case(match)));
            }
        }

        found.Sort(RankedEntry.Compare);
        ranked.AddRange(found.Take(MostImports));
    }

    // Like a type of the library that is in scope, but for the using that it costs.
    private double ScoreOfImport(PopupSession session, PopupEntry entry)
    {
        var weights = RankingWeights.At(isMember: false);
        var probability = session.Prediction?.Of(session.Evidence!.Buffer.Find(entry.Name)) ?? 0;
        return (weights[(int)Feature.UsesLog] * Math.Log2(1 + UsesOf(session, entry)))
            + (weights[(int)Feature.ContextLog] * (Math.Log(probability + PopupFeatures.Floor) - Math.Log(PopupFeatures.Floor)))
            + (weights[(int)Feature.Proximity] * entry.Proximity / 100.0)
            + (probability == 0 ? weights[(int)Feature.ContextNone] : 0)
            - CostOfUsing;
    }

    private static string? WithoutSuffix(string name) =>
        name.Length > "Attribute".Length && name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : null;
}
