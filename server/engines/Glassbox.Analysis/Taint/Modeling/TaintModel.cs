using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Taint.Modeling;

/// <summary>The table of sources, sinks, sanitizers, validators and flows of libraries.</summary>
internal sealed class TaintModel
{
    public const string Constructor = "new";
    public const string Indexer = "Item";

    private const string ResourcePrefix = "TaintModel/";

    private static readonly Lazy<TaintModel> Shared = new(LoadBuiltIn);

    private readonly FrozenDictionary<(ModelVerb Verb, string Member), ImmutableArray<ModelEntry>> entries;
    private readonly FrozenDictionary<(ModelVerb Verb, string Type), ImmutableArray<ModelEntry>> constructors;

    private TaintModel(IEnumerable<ModelEntry> all)
    {
        var known = all.ToList();
        entries = known.GroupBy(entry => (entry.Verb, entry.Member)).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
        constructors = known.Where(entry => entry.Member == Constructor).GroupBy(entry => (entry.Verb, entry.SimpleType)).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    /// <summary>What comes with the program.</summary>
    public static TaintModel BuiltIn => Shared.Value;

    /// <summary>This model and what a team adds to it.</summary>
    public TaintModel With(IEnumerable<ModelEntry> added) => new(entries.Values.SelectMany(group => group).Concat(added));

    /// <summary>All entries of a name, for code that does not bind.</summary>
    public ImmutableArray<ModelEntry> Named(ModelVerb verb, string member) => entries.TryGetValue((verb, member), out var found) ? found : [];

    /// <summary>The constructors of a type by its simple name, for code that does not bind.</summary>
    public ImmutableArray<ModelEntry> ConstructorsOf(ModelVerb verb, string type) => constructors.TryGetValue((verb, type), out var found) ? found : [];

    /// <summary>The entries of a bound member; derived types and implementations match too.</summary>
    /// <param name="verb">What is asked for.</param>
    /// <param name="member">The member.</param>
    /// <param name="receiver">The type of what it is called on, which may derive from the one that declares it.</param>
    public ImmutableArray<ModelEntry> Find(ModelVerb verb, ISymbol member, ITypeSymbol? receiver = null)
    {
        var name = member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? Constructor
            : member is IPropertySymbol { IsIndexer: true } ? Indexer
            : member.Name;
        if (member.ContainingType is not { } type) return [];
        var named = name == Constructor ? ConstructorsOf(verb, type.Name) : Named(verb, name);
        var found = ImmutableArray<ModelEntry>.Empty;
        foreach (var entry in named)
        {
            if (name == Constructor ? type.HasName(entry.TypeName) : type.IsOrInherits(entry.TypeName) || (receiver is not null && receiver.IsOrInherits(entry.TypeName)))
                found = Add(found, entry);
        }

        return found;
    }

    // What is said of a type and again of its base is said once.
    private static ImmutableArray<ModelEntry> Add(ImmutableArray<ModelEntry> found, ModelEntry entry)
    {
        foreach (var other in found)
        {
            if (other.Verb == ModelVerb.Sink && other.Harms == entry.Harms && other.Where.SequenceEqual(entry.Where)) return found;
        }

        return found.Add(entry);
    }

    private static TaintModel LoadBuiltIn()
    {
        var assembly = typeof(TaintModel).Assembly;
        var all = new List<ModelEntry>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var reading = ModelReader.Read(name[ResourcePrefix.Length..], reader.ReadToEnd());
            if (!reading.Problems.IsEmpty) throw new InvalidOperationException(string.Join('\n', reading.Problems));
            all.AddRange(reading.Entries);
        }

        return new TaintModel(all);
    }
}
