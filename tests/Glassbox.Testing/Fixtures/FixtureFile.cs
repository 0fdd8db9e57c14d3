using System.Collections.Immutable;
using Glassbox.Contracts.Text;

namespace Glassbox.Testing.Fixtures;

/// <summary>One file of a fixture, its marks taken out.</summary>
/// <param name="Path">From the root of the fixture, such as <c>/App/A.cs</c>.</param>
/// <param name="Text">Without marks, line ends as <c>eol:</c> asks; the lines of notes stay, they are comments.</param>
/// <param name="Options">What stands behind the path: <c>project:App</c> is the pair project and App, <c>bom</c> the pair bom and the empty string.</param>
/// <param name="Cursor">Where <c>$0</c> stood, as UTF-16 offset, or null.</param>
/// <param name="Spans">In order of their starts.</param>
/// <param name="Notes">In order of their lines.</param>
public sealed record FixtureFile(
    string Path,
    string Text,
    ImmutableDictionary<string, string> Options,
    int? Cursor,
    ImmutableArray<FixtureSpan> Spans,
    ImmutableArray<FindingNote> Notes)
{
    private readonly Lazy<LineIndex> lines = new(() => LineIndex.Of(Text));

    /// <summary>The project that compiles the file, or null for a loose file.</summary>
    public string? Project => Options.GetValueOrDefault("project");

    /// <summary>The projects that the file's project references, from <c>refs:A,B</c>.</summary>
    public ImmutableArray<string> References =>
        [.. Options.GetValueOrDefault("refs", "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>The position of an offset, in UTF-16 columns.</summary>
    public TextPosition PositionAt(int offset) => lines.Value.PositionAt(offset);

    /// <summary>The range of a span, in UTF-16 columns.</summary>
    public TextRange RangeOf(FixtureSpan span) => new(PositionAt(span.Start), PositionAt(span.End));

    /// <summary>The only span of a name, or the only one without a name.</summary>
    public FixtureSpan Span(string? name = null)
    {
        var matches = Spans.Where(span => string.Equals(span.Name, name, StringComparison.Ordinal)).ToArray();
        return matches.Length == 1
            ? matches[0]
            : throw new FixtureException($"{Path}: {matches.Length} spans named '{name}', where one is asked for.");
    }

    /// <summary>What a span holds.</summary>
    public string TextOf(FixtureSpan span) => Text[span.Start..span.End];
}
