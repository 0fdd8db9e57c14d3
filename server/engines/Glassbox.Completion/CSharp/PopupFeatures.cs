using Glassbox.Completion.Corpus;
using Glassbox.Completion.Ranking;
using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp;

/// <summary>Reads the <see cref="Feature"/>s of a session's candidates.</summary>
internal sealed class PopupFeatures
{
    /// <summary>How many numbers describe a candidate.</summary>
    public const int Count = (int)Feature.Cross + (Roles.Places * Roles.Candidates);

    /// <summary>What logarithms of probabilities begin at: less likely is unlikely.</summary>
    public const double Floor = 1e-4;
    private const double NearScale = 60;
    private const int JustUsedReach = 300;

    // How many uses an unknown share counts for.
    private const double ShareTrust = 2;

    private readonly PopupSession session;
    private readonly LearnedDocuments learned;
    private readonly BufferTokens buffer;
    private readonly Prediction prediction;
    private readonly PlaceRole role;
    private readonly string? target;
    private readonly SignatureNames? signature;
    private readonly HashSet<string> arms;
    private readonly Dictionary<int, (int Uses, int Last)> inBuffer = [];
    private readonly int justWritten;

    private PopupFeatures(PopupSession session, ContextEvidence evidence, Prediction prediction, LearnedDocuments learned)
    {
        this.session = session;
        this.learned = learned;
        this.prediction = prediction;
        buffer = evidence.Buffer;
        role = Roles.Of(session.Site);
        target = TargetName.Before(buffer);
        signature = SignatureNames.Around(session.Site);
        arms = SwitchArms.UsedAround(session.Site);
        justWritten = PreviousMember.NameBefore(buffer.Before);
        CountBuffer();
    }

    /// <summary>The features of all candidates, <see cref="Count"/> for each.</summary>
    public static double[] Of(PopupSession session, ContextEvidence evidence, Prediction prediction, LearnedDocuments learned)
    {
        var reader = new PopupFeatures(session, evidence, prediction, learned);
        var entries = session.Entries;
        var numbers = new int[entries.Length];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = reader.buffer.Find(FirstToken(entries[i].Label));
        var features = new double[entries.Length * Count];
        for (var i = 0; i < numbers.Length; i++) reader.Read(entries[i], numbers[i], features.AsSpan(i * Count, Count));
        if (session.Site.Is(SitePlace.Member)) reader.ReadHabits(numbers, features);
        return features;
    }

    private void Read(PopupEntry entry, int number, Span<double> into)
    {
        var probability = prediction.Of(number);
        Set(into, Feature.ContextLog, Math.Log(probability + Floor) - Math.Log(Floor));
        Set(into, Feature.Context, probability);
        Set(into, Feature.ContextNone, probability == 0 ? 1 : 0);
        Set(into, Feature.UsesLog, Math.Log2(1 + Uses(entry, number)));
        ReadNames(entry, into);
        if (inBuffer.TryGetValue(number, out var near))
        {
            Set(into, Feature.Near, near.Last < 0 ? 0 : 1 / (1 + ((buffer.Before.Length - near.Last) / NearScale)));
            Set(into, Feature.BufferLog, Math.Log2(1 + near.Uses));
        }

        Set(into, Feature.JustWritten, number != 0 && number == justWritten ? 1 : 0);
        Set(into, Feature.Expected, entry.IsExpected ? 1 : 0);
        Set(into, Feature.Proximity, entry.Proximity / 100.0);
        if (entry.Symbols is [var symbol, ..])
        {
            Set(into, Feature.Source, symbol.DeclaringSyntaxReferences.IsEmpty ? 0 : 1);
            Set(into, Feature.Static, symbol.IsStatic ? 1 : 0);
        }

        Set(into, Feature.LearnedOnly, entry.IsLearnedOnly ? 1 : 0);
        into[(int)Feature.Cross + ((int)role * Roles.Candidates) + (int)Roles.Of(entry)] = 1;
    }

    private void ReadNames(PopupEntry entry, Span<double> into)
    {
        if (arms.Contains(entry.Name)) Set(into, Feature.ArmTaken, 1);
        if (target is not null)
        {
            if (entry.Name.Equals(target, StringComparison.OrdinalIgnoreCase)) Set(into, Feature.TargetSame, 1);
            else if (target.Length > 2 && entry.Name.Length > 2 && (target.EndsWith(entry.Name, StringComparison.OrdinalIgnoreCase) || entry.Name.EndsWith(target, StringComparison.OrdinalIgnoreCase)))
                Set(into, Feature.TargetEnds, 1);
            Set(into, Feature.TargetWords, NameWords.Shared(target, entry.Name));
        }

        if (signature is null) return;
        Set(into, Feature.ParameterSame, signature.HasParameter(entry.Name) ? 1 : 0);
        Set(into, Feature.MemberEnds, signature.EndsWith(entry.Name) ? 1 : 0);
    }

    // Habits of members: on values from the same origin, on this type, after this call, after the last member of the receiver.
    private void ReadHabits(int[] numbers, double[] features)
    {
        if (session.ReceiverType is { } type) Add(name => UsageKeys.OfOrigin(Origins.OfType(learned.Lexicon.Find(type)), name), Feature.TypeShare, Feature.TypeLog);
        if (CalledBefore(session.Site) is { } called && learned.Lexicon.Find(called) is var number and not 0) Add(name => UsageKeys.Chained(number, name), Feature.ChainShare, null);
        if (PreviousMember.Before(buffer.Before) is { } previous) Add(name => UsageKeys.Next(previous.Receiver, previous.Name, name), Feature.NextShare, null);
        if (PreviousMember.Before(buffer.Before) is { } last) ReadOrder(last, numbers, features);
        if (buffer.Before is not [.., var receiverToken, _] || !Token.IsName(receiverToken)) return;
        var receiver = Token.NumberOf(receiverToken);
        var stem = Lexicon.StemOf(buffer.TextOf(receiver));
        Add(name => UsageKeys.OfStem(stem, name), Feature.StemShare, null);
        var origins = new Dictionary<int, ulong>();
        Origins.Read(buffer.After, buffer, origins);
        Origins.Read(buffer.Before, buffer, origins);
        var origin = origins.TryGetValue(receiver, out var found) ? found : Origins.OfType(receiver);
        Add(name => UsageKeys.OfOrigin(origin, name), Feature.OriginShare, Feature.OriginLog);

        void Add(Func<int, ulong> key, Feature share, Feature? logarithm)
        {
            var counts = new int[numbers.Length];
            var total = 0;
            for (var i = 0; i < numbers.Length; i++)
            {
                if (numbers[i] <= 0) continue;
                counts[i] = learned.Usage[key(numbers[i])];
                total += counts[i];
            }

            if (total == 0) return;
            for (var i = 0; i < numbers.Length; i++)
            {
                var own = features.AsSpan(i * Count, Count);
                Set(own, share, counts[i] / (total + ShareTrust));
                if (logarithm is { } feature) Set(own, feature, Math.Log2(1 + counts[i]));
            }
        }
    }

    private void ReadOrder(PreviousMember last, int[] numbers, double[] features)
    {
        var used = new HashSet<int>();
        for (var at = Math.Max(2, buffer.Before.Length - JustUsedReach); at < buffer.Before.Length; at++)
        {
            if (Token.NumberOf(buffer.Before[at - 2]) == last.Receiver && Token.NumberOf(buffer.Before[at - 1]) is Lexicon.Dot or Lexicon.ConditionalDot) used.Add(Token.NumberOf(buffer.Before[at]));
        }

        var previous = Array.IndexOf(numbers, last.Name);
        var type = previous >= 0 && session.Entries[previous].Symbols is [var symbol, ..] ? symbol.ContainingType : null;
        var order = type is null ? [] : type.GetMembers().Where(member => member.CanBeReferencedByName).Select(member => member.Name).Distinct().ToList();
        var next = type is null ? -1 : order.IndexOf(session.Entries[previous].Name) + 1;
        for (var i = 0; i < numbers.Length; i++)
        {
            var own = features.AsSpan(i * Count, Count);
            if (numbers[i] != 0 && used.Contains(numbers[i])) Set(own, Feature.JustUsed, 1);
            if (next > 0 && next < order.Count && session.Entries[i].Name == order[next]) Set(own, Feature.DeclaredNext, 1);
        }
    }

    private int Uses(PopupEntry entry, int number) => number <= 0 ? 0
        : learned.Usage[session.Site.Is(SitePlace.Member) || entry.Proximity >= Proximity.ExpectedMember ? UsageKeys.Member(number) : UsageKeys.Name(number)];

    private void CountBuffer()
    {
        for (var at = 0; at < buffer.Before.Length; at++) Note(buffer.Before[at], at);
        foreach (var token in buffer.After) Note(token, -1);

        void Note(int token, int at)
        {
            var number = Token.NumberOf(token);
            var known = inBuffer.GetValueOrDefault(number, (0, -1));
            inBuffer[number] = (known.Item1 + 1, Math.Max(known.Item2, at));
        }
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

    private static void Set(Span<double> into, Feature feature, double value) => into[(int)feature] = value;

    // "Color.Red" begins with "Color", as what was learned does.
    private static ReadOnlySpan<char> FirstToken(string label) => label.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? label.AsSpan(0, dot) : label;
}
