using System.Collections.Immutable;
using System.Globalization;
using Glassbox.Analysis.Taint.Values;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Glassbox.Analysis.Taint.Modeling;

/// <summary>
/// Reads model files: lists named <c>sources</c>, <c>sinks</c>, <c>sanitizers</c>, <c>validators</c> and <c>flows</c>, each entry a
/// mapping on a line of its own. What is wrong in one entry leaves the others as they are.
/// </summary>
internal sealed class ModelReader
{
    private static readonly Dictionary<string, (ModelVerb Verb, string[] Keys)> Lists = new(StringComparer.Ordinal)
    {
        ["sources"] = (ModelVerb.Source, ["member", "is", "trust", "at", "harms", "confidence"]),
        ["sinks"] = (ModelVerb.Sink, ["member", "harm", "at", "confidence"]),
        ["sanitizers"] = (ModelVerb.Sanitizer, ["member", "harms"]),
        ["validators"] = (ModelVerb.Validator, ["member", "harms", "at"]),
        ["flows"] = (ModelVerb.Flow, ["member", "from", "to"]),
    };

    private static readonly Dictionary<string, Harms> Names = Enum.GetValues<Harms>()
        .Where(harm => ulong.PopCount((ulong)harm) == 1 && (harm & Harms.Marks) == Harms.None)
        .ToDictionary(harm => harm.ToString().ToLowerInvariant(), harm => harm == Harms.Path ? harm | Harms.Dots : harm, StringComparer.Ordinal);

    private readonly string file;
    private readonly ImmutableArray<ModelEntry>.Builder entries = ImmutableArray.CreateBuilder<ModelEntry>();
    private readonly ImmutableArray<ModelProblem>.Builder problems = ImmutableArray.CreateBuilder<ModelProblem>();

    private ModelReader(string file) => this.file = file;

    /// <summary>Reads a file's text; <paramref name="file"/> is what problems call it.</summary>
    public static ModelReading Read(string file, string text)
    {
        var reader = new ModelReader(file);
        foreach (var line in PlainModelLines.Read(text) ?? reader.ReadYaml(text)) reader.ReadEntry(line);
        return new ModelReading(reader.entries.ToImmutable(), reader.problems.ToImmutable());
    }

    /// <summary>The entries of any YAML.</summary>
    internal static (List<ModelLine> Lines, ImmutableArray<ModelProblem> Problems) ReadAsYaml(string file, string text)
    {
        var reader = new ModelReader(file);
        return (reader.ReadYaml(text), reader.problems.ToImmutable());
    }

    private List<ModelLine> ReadYaml(string text)
    {
        var lines = new List<ModelLine>();
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            foreach (var document in stream.Documents) ReadRoot(document.RootNode, lines);
        }
        catch (YamlException exception)
        {
            problems.Add(new ModelProblem(file, (int)exception.Start.Line, $"This is not YAML: {exception.Message}"));
        }

        return lines;
    }

    private void ReadRoot(YamlNode root, List<ModelLine> lines)
    {
        if (root is not YamlMappingNode lists)
        {
            Refuse(LineOf(root), $"A model is a mapping with the keys {string.Join(", ", Lists.Keys)}.");
            return;
        }

        foreach (var (key, value) in lists)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (value is not YamlSequenceNode items)
            {
                Refuse(LineOf(value), $"'{name}' is a list of entries.");
                continue;
            }

            foreach (var item in items)
            {
                if (item is YamlMappingNode entry) lines.Add(new ModelLine(name, LineOf(item), FieldsOf(entry)));
                else Refuse(LineOf(item), "An entry is a mapping, as in { member: Namespace.Type.Member, … }.");
            }
        }
    }

    private static Dictionary<string, string[]> FieldsOf(YamlMappingNode entry)
    {
        var fields = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (key, value) in entry)
            fields[(key as YamlScalarNode)?.Value ?? ""] = [.. (value is YamlSequenceNode list ? list.Children : [value]).Select(item => (item as YamlScalarNode)?.Value ?? "")];
        return fields;
    }

    private void ReadEntry(ModelLine line)
    {
        if (!Lists.TryGetValue(line.List, out var list))
        {
            Refuse(line.Line, Unknown("list", line.List, Lists.Keys));
            return;
        }

        var before = problems.Count;
        foreach (var name in line.Fields.Keys)
        {
            if (!list.Keys.Contains(name)) Refuse(line.Line, Unknown("key", name, list.Keys));
        }

        if (One(line, "member") is not { } member || member.LastIndexOf('.') is not (> 0 and var dot) || dot == member.Length - 1)
        {
            Refuse(line.Line, "An entry needs 'member: Namespace.Type.Member'.");
            return;
        }

        var entry = new ModelEntry(list.Verb, member[..dot], member[(dot + 1)..]);
        entry = list.Verb switch
        {
            ModelVerb.Source => ReadSource(entry, line),
            ModelVerb.Sink => entry with { Harms = Harm(line, "harm"), Where = Positions(line, "at"), Confidence = ConfidenceIn(line, Confidence.High) },
            ModelVerb.Sanitizer => entry with { Harms = Harm(line, "harms") },
            ModelVerb.Validator => entry with { Harms = Harm(line, "harms"), Where = Positions(line, "at") },
            _ => ReadFlow(entry, line),
        };
        if (problems.Count != before) return;
        entries.Add(entry);
        // Wherever others could forge an entry a secret would be kept.
        if (list.Verb == ModelVerb.Sink && entry.Harms == Harms.Log) entries.Add(entry with { Harms = Harms.SecretLog });
    }

    private ModelEntry ReadSource(ModelEntry entry, ModelLine line)
    {
        var trust = TaintTrust.Remote;
        if (One(line, "trust") is { } written && !Enum.TryParse(written, ignoreCase: true, out trust))
            Refuse(line.Line, Unknown("trust", written, ["remote", "network", "stored", "local", "operator"]));
        var usual = trust switch
        {
            TaintTrust.Remote => Confidence.High,
            TaintTrust.Stored => Confidence.Low,
            _ => Confidence.Medium,
        };
        return entry with
        {
            Trust = trust,
            Confidence = ConfidenceIn(line, usual),
            Says = One(line, "is") ?? $"{entry.SimpleType}.{entry.Member}",
            Harms = line.Fields.ContainsKey("harms") ? Harm(line, "harms") : Harms.Inward,
            Where = line.Fields.ContainsKey("at") ? Positions(line, "at") : [],
        };
    }

    private ModelEntry ReadFlow(ModelEntry entry, ModelLine line)
    {
        var to = line.Fields.ContainsKey("to") ? Positions(line, "to") : [new SinkPosition(SinkPosition.Result, -1)];
        var from = line.Fields.ContainsKey("from") ? Positions(line, "from") : [];
        return entry with
        {
            ToResult = to.Any(position => position.Parameter == SinkPosition.Result),
            ToReceiver = to.Any(position => position.Parameter == SinkPosition.Receiver),
            To = to.Cast<SinkPosition?>().FirstOrDefault(position => position?.Parameter is not (SinkPosition.Result or SinkPosition.Receiver)),
            FromReceiver = from.Any(position => position.Parameter == SinkPosition.Receiver),
            From = from.Cast<SinkPosition?>().FirstOrDefault(position => position?.Parameter is not SinkPosition.Receiver),
        };
    }

    private Confidence ConfidenceIn(ModelLine line, Confidence usual)
    {
        if (One(line, "confidence") is not { } written) return usual;
        if (Enum.TryParse<Confidence>(written, ignoreCase: true, out var confidence)) return confidence;
        Refuse(line.Line, Unknown("confidence", written, ["high", "medium", "low"]));
        return usual;
    }

    private Harms Harm(ModelLine line, string key)
    {
        var harms = Harms.None;
        foreach (var name in All(line, key))
        {
            if (name == "all") harms |= Harms.All;
            else if (name == "outside") harms |= Harms.Inward;
            else if (Names.TryGetValue(name, out var harm)) harms |= harm;
            else Refuse(line.Line, Unknown("harm", name, Names.Keys));
        }

        return harms;
    }

    private ImmutableArray<SinkPosition> Positions(ModelLine line, string key) => [.. All(line, key).Select(text => ReadPosition(line, text))];

    private SinkPosition ReadPosition(ModelLine line, string text)
    {
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        if (hash < 0) return new SinkPosition(text, -1);
        if (int.TryParse(text.AsSpan(hash + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)) return new SinkPosition(text[..hash], index);
        Refuse(line.Line, $"'{text}' is no position: write 'set', 'this', 'result' or 'parameter#index'.");
        return new SinkPosition(text, -1);
    }

    private string[] All(ModelLine line, string key)
    {
        if (line.Fields.TryGetValue(key, out var values)) return values;
        Refuse(line.Line, $"An entry of this list needs '{key}'.");
        return [];
    }

    private static string? One(ModelLine line, string key) => line.Fields.TryGetValue(key, out var values) ? values[0] : null;

    private static int LineOf(YamlNode node) => (int)node.Start.Line;

    private static string Unknown(string what, string name, IEnumerable<string> known)
    {
        var nearest = NearestName.Of(name, known);
        return nearest is null ? $"There is no {what} '{name}'; there are {string.Join(", ", known)}." : $"There is no {what} '{name}'; '{nearest}' is the nearest.";
    }

    private void Refuse(int line, string message) => problems.Add(new ModelProblem(file, line, message));
}
