using System.Text.Json;
using System.Text.Json.Serialization;

namespace Glassbox.Eval.Outcomes;

/// <summary>Outcomes, one a line, written as they come, so that a run that was stopped can go on.</summary>
internal sealed class OutcomeFile : IDisposable
{
    private static readonly JsonSerializerOptions Format = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly Dictionary<(Run Run, Place Place), Outcome> known = [];
    private readonly HashSet<Run> finished = [];
    private readonly StreamWriter? writer;

    private OutcomeFile(StreamWriter? writer) => this.writer = writer;

    /// <summary>Opens a file, or keeps everything in memory.</summary>
    /// <exception cref="InvalidDataException">It holds something else; the message names the line.</exception>
    public static OutcomeFile Open(string? path)
    {
        if (path is null) return new OutcomeFile(null);
        string[] lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        // A line that was cut off when the run was killed is written over.
        var isTorn = lines.Length > 0 && !lines[^1].EndsWith('}');
        if (isTorn) File.WriteAllLines(path, lines = lines[..^1]);
        var file = new OutcomeFile(new StreamWriter(path, append: true) { AutoFlush = true });
        for (var i = 0; i < lines.Length; i++) file.Take(lines[i], $"{path}:{i + 1}");
        return file;
    }

    /// <summary>The outcome at a place, or null where it was not asked yet.</summary>
    public Outcome? Find(Run run, Place place) => known.GetValueOrDefault((run, place));

    /// <summary>All outcomes of a run, in the order in which they came.</summary>
    public IReadOnlyList<Outcome> Of(Run run) => [.. known.Where(pair => pair.Key.Run == run).Select(pair => pair.Value)];

    /// <summary>True when a run came to its end.</summary>
    public bool IsFinished(Run run) => finished.Contains(run);

    /// <summary>Keeps an outcome.</summary>
    public void Add(Run run, Outcome outcome)
    {
        known[(run, outcome.Place)] = outcome;
        writer?.WriteLine(JsonSerializer.Serialize(new Entry(run, outcome), Format));
    }

    /// <summary>Notes that a run came to its end.</summary>
    public void Finish(Run run)
    {
        if (finished.Add(run)) writer?.WriteLine(JsonSerializer.Serialize(new Entry(run, null), Format));
    }

    /// <inheritdoc/>
    public void Dispose() => writer?.Dispose();

    private void Take(string line, string place)
    {
        try
        {
            var entry = JsonSerializer.Deserialize<Entry>(line, Format) ?? throw new JsonException("null");
            if (entry.Outcome is { } outcome) known[(entry.Run, outcome.Place)] = outcome;
            else finished.Add(entry.Run);
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{place} is no outcome of this program: {wrong.Message}", wrong);
        }
    }

    private sealed record Entry(Run Run, Outcome? Outcome);
}
