using System.Collections.Frozen;
using System.Collections.Immutable;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Taint;

/// <summary>The table of sources, sinks and cleaners, read once from <c>taint-model.txt</c>.</summary>
internal sealed class TaintModel
{
    public const string Constructor = "new";

    private static readonly Lazy<TaintModel> Shared = new(Load);

    private readonly FrozenDictionary<string, ImmutableArray<ModelEntry>> byMember;
    private readonly FrozenSet<string> sinkNames;

    private TaintModel(IReadOnlyCollection<ModelEntry> entries)
    {
        byMember = entries.GroupBy(entry => entry.Member).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
        sinkNames = entries
            .Where(entry => entry.Verb == ModelVerb.Sink)
            .Select(entry => entry.Member == Constructor ? entry.SimpleType : entry.Member)
            .ToFrozenSet();
    }

    public static TaintModel Instance => Shared.Value;

    /// <summary>True where an identifier may be a sink; a body without one is not looked at.</summary>
    public bool MayBeSink(string identifier) => sinkNames.Contains(identifier);

    public ImmutableArray<ModelEntry> Named(string member) => byMember.TryGetValue(member, out var entries) ? entries : [];

    /// <summary>The entry of a bound member, or null.</summary>
    public ModelEntry? Find(ModelVerb verb, ISymbol member)
    {
        var name = member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? Constructor
            : member is IPropertySymbol { IsIndexer: true } ? "Item"
            : member.Name;
        if (!byMember.TryGetValue(name, out var entries) || member.ContainingType is not { } type) return null;
        foreach (var entry in entries)
        {
            if (entry.Verb == verb && (name == Constructor ? type.HasName(entry.TypeName) : type.IsOrInherits(entry.TypeName)))
                return entry;
        }

        return null;
    }

    private static TaintModel Load()
    {
        using var stream = typeof(TaintModel).Assembly.GetManifestResourceStream("taint-model.txt")
            ?? throw new InvalidOperationException("taint-model.txt is not embedded.");
        using var reader = new StreamReader(stream);
        var entries = new List<ModelEntry>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length > 0 && line[0] != '#') entries.Add(Parse(line, number));
        }

        return new TaintModel(entries);
    }

    private static ModelEntry Parse(string line, int number)
    {
        var columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (columns.Length < 3 || !Enum.TryParse<ModelVerb>(columns[0], ignoreCase: true, out var verb))
            throw new InvalidOperationException($"taint-model.txt({number}): not understood.");
        var dot = columns[2].LastIndexOf('.');
        var confidence = Confidence.High;
        var says = "";
        if (verb == ModelVerb.Source)
        {
            confidence = Enum.Parse<Confidence>(columns[3], ignoreCase: true);
            says = string.Join(' ', columns[4..]);
        }

        var where = verb == ModelVerb.Sink ? columns[3].Split(',').Select(ParsePosition).ToImmutableArray() : [];
        return new ModelEntry(verb, ParseKinds(columns[1]), columns[2][..dot], columns[2][(dot + 1)..], where, confidence, says);
    }

    private static SinkPosition ParsePosition(string text)
    {
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? new SinkPosition(text, -1) : new SinkPosition(text[..hash], text[(hash + 1)..][0] - '0');
    }

    private static TaintKinds ParseKinds(string text)
    {
        if (text == "*") return TaintKinds.All;
        if (text == "-") return TaintKinds.None;
        var kinds = text.Split(',').Aggregate(TaintKinds.None, (all, one) => all | Enum.Parse<TaintKinds>(one, ignoreCase: true));
        return kinds.HasFlag(TaintKinds.Path) ? kinds | TaintKinds.Dots : kinds;
    }
}
