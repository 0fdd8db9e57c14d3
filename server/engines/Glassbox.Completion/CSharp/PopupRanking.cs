using System.Collections.Immutable;
using System.Globalization;
using Glassbox.Completion.Counts;
using Glassbox.Completion.Imports;
using Glassbox.Completion.Ranking;
using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp;

/// <summary>Orders a session's entries, and types that could be imported, for what is typed.</summary>
internal sealed class PopupRanking(LearnedDocuments learned, ImportIndex imports)
{
    private const int MostImports = 200;

    // What a belief is worth, in occurrences, when the next kind of evidence is set against it. Results hardly depend on these.
    private const double TrustBeforeToken = 8;
    private const double TrustBeforeContext = 2;
    private const double TrustBeforeHabit = 4;

    // Exponents of the habits. They see much of what the contexts see already, so each counts less than whole. Fitted with
    // tests/Glassbox.Eval on spectre.console and jellyfin, seen to hold on Dapper and Polly.
    private const double WeightOfReceiver = 0.15;
    private const double WeightOfChain = 0.3;
    private const double WeightOfNext = 0.4;

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
            ranked.Add(new RankedEntry(entry, "e" + i.ToString(CultureInfo.InvariantCulture), null, match, session.Scores[i] + Case(match)));
        }

        if (withImports && typed.Length > 0) AddImports(ranked, session, typed, cancellationToken);
        ranked.Sort(RankedEntry.Compare);
        return ranked;
    }

    /// <summary>How often the workspace uses an entry's name in the way the place does.</summary>
    public int UsesOf(PopupSession session, PopupEntry entry) =>
        session.Site.Is(SitePlace.Member) || entry.Proximity >= Proximity.ExpectedMember ? learned.Usage.OfMember(entry.Name) : learned.Usage.OfName(entry.Name);

    /// <summary>How often it follows the receiver's type.</summary>
    public int UsesOnReceiver(PopupSession session, PopupEntry entry) =>
        session.ReceiverType is { } type ? learned.Usage.OfMember(type, entry.Name) : 0;

    private static double Case(NameMatch match) => match is NameMatch.Prefix or NameMatch.Exact ? Proximity.ExactCase : 0;

    /// <summary>What the place and the use of single names say.</summary>
    private double Score(PopupSession session, PopupEntry entry)
    {
        var uses = UsesOf(session, entry);
        var weight = entry.Kind == CandidateKind.Keyword ? Proximity.PerDoublingOfKeyword : Proximity.PerDoubling;
        var recent = session.Recent.TryGetValue(entry.Name, out var distance) ? Proximity.Recent / (1 + (distance / RecentScale)) : 0;
        return entry.Proximity + (weight * Math.Log2(1 + uses)) + recent;
    }

    /// <summary>
    /// The scores of all entries once what was written before the place is taken into account. Scores are logarithms, one
    /// doubling being <see cref="Proximity.PerDoubling"/>: they serve as the prior, and the posterior is turned back into scores.
    /// </summary>
    public ImmutableArray<double> ScoresOf(PopupSession session)
    {
        var scores = new double[session.Entries.Length];
        for (var i = 0; i < scores.Length; i++) scores[i] = Score(session, session.Entries[i]);
        if (session.Evidence is not { } evidence || scores.Length == 0) return [.. scores];
        var best = scores.Max();
        var sum = 0.0;
        var numbers = new int[scores.Length];
        var probabilities = new double[scores.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            probabilities[i] = double.Exp2((scores[i] - best) / Proximity.PerDoubling);
            sum += probabilities[i];
            numbers[i] = evidence.Buffer.Find(FirstToken(session.Entries[i].Label));
        }

        for (var i = 0; i < scores.Length; i++) probabilities[i] /= sum;
        var next = evidence.AtCursor();
        next.Refine(numbers, probabilities, TrustBeforeToken, longest: 1);
        var prior = (double[])probabilities.Clone();
        next.Refine(numbers, probabilities, TrustBeforeContext, shortest: 2);
        if (session.Site.Is(SitePlace.Member)) WeighHabits(session, evidence.Buffer, probabilities, prior);
        WeighNames(session, evidence.Buffer, probabilities);
        for (var i = 0; i < scores.Length; i++) scores[i] = best + (Proximity.PerDoubling * Math.Log2(probabilities[i] * sum));
        return [.. scores];
    }

    /// <summary>
    /// Habits of members: on this type, after this call, after the last member of the same receiver. Each is a second opinion
    /// on the prior, and its ratio to the prior makes a member likelier or less likely.
    /// </summary>
    private void WeighHabits(PopupSession session, BufferTokens buffer, double[] belief, double[] prior)
    {
        if (session.ReceiverType is { } type) Weigh(name => learned.Usage.OfMember(type, name), WeightOfReceiver);
        if (CalledBefore(session.Site) is { } called) Weigh(name => learned.Usage.OfChained(called, name), WeightOfChain);
        if (PreviousMember.Before(buffer) is { } previous) Weigh(name => learned.Usage.OfNext(previous.Receiver, previous.Name, name), WeightOfNext);

        void Weigh(Func<string, int> count, double weight)
        {
            var factors = session.Entries.Select(entry => (double)count(entry.Name)).ToArray();
            var opinion = (double[])prior.Clone();
            Posterior.Refine(opinion, factors, TrustBeforeHabit);
            for (var i = 0; i < factors.Length; i++) factors[i] = Math.Pow(opinion[i] / prior[i], weight);
            Posterior.Weigh(belief, factors);
        }
    }

    /// <summary>Names that resemble what the value is for, and arms that a switch has already.</summary>
    private static void WeighNames(PopupSession session, BufferTokens buffer, double[] belief)
    {
        if (session.Site.Is(SitePlace.Member))
        {
            if (TargetName.Before(buffer) is { } target) Weigh(name => TargetName.Factor(target, name));
            if (SignatureNames.Around(session.Site) is { } signature) Weigh(signature.Factor);
        }

        if (SwitchArms.UsedAround(session.Site) is { Count: > 0 } used) Weigh(name => used.Contains(name) ? SwitchArms.Factor : 1);

        void Weigh(Func<string, double> factor) => Posterior.Weigh(belief, [.. session.Entries.Select(entry => factor(entry.Name))]);
    }

    // "Where" in "xs.Where(x => x > 0).".
    private static string? CalledBefore(CSharpSite site) => site.Left.GetPreviousToken().Parent is ArgumentListSyntax { Parent: InvocationExpressionSyntax call }
        ? call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
            SimpleNameSyntax name => name.Identifier.ValueText,
            _ => null,
        }
        : null;

    // "Color.Red" begins with "Color", as what was learned does.
    private static ReadOnlySpan<char> FirstToken(string label) => label.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? label.AsSpan(0, dot) : label;

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
                found.Add(new RankedEntry(entry, key, type.Namespace, match, Score(session, entry) + Case(match)));
            }
        }

        found.Sort(RankedEntry.Compare);
        ranked.AddRange(found.Take(MostImports));
    }

    private static string? WithoutSuffix(string name) =>
        name.Length > "Attribute".Length && name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : null;
}
