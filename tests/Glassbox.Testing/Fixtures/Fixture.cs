using System.Collections.Immutable;
using Glassbox.Contracts.Text;

namespace Glassbox.Testing.Fixtures;

/// <summary>
/// A small workspace written as one text:
/// <code>
/// //- /App/A.cs project:App
/// class A { void M() { [|Console|].$0 } }
/// //- /Lib/B.cs project:Lib eol:crlf bom
/// class {|name:B|}
/// //           ^ GB3001 message
/// {}
/// </code>
/// <c>//- PATH OPTION…</c> opens a file (options: <c>project:NAME</c>, <c>refs:NAME,NAME</c>, <c>eol:lf|crlf|cr</c>,
/// <c>bom</c>, <c>raw</c> for a file whose marks are text). <c>$0</c> is the cursor, at most one a fixture.
/// <c>[|…|]</c> and <c>{|name:…|}</c> are spans and may nest. A comment of carets notes a finding on the line above, its
/// columns counted without marks; several may follow each other, and the line of the note stays in the text.
/// A text without <c>//-</c> is the one file <c>/Main.cs</c>.
/// </summary>
/// <param name="Files">In the order of the text.</param>
public sealed record Fixture(ImmutableArray<FixtureFile> Files)
{
    /// <summary>The file of a path, or the only one whose path ends so.</summary>
    public FixtureFile this[string path] =>
        Files.SingleOrDefault(file => string.Equals(file.Path, path, StringComparison.Ordinal))
        ?? Files.SingleOrDefault(file => file.Path.EndsWith('/' + path, StringComparison.Ordinal))
        ?? throw new FixtureException($"The fixture has no file {path}. It has: {string.Join(", ", Files.Select(file => file.Path))}");

    /// <summary>The only file.</summary>
    public FixtureFile Single =>
        Files.Length == 1 ? Files[0] : throw new FixtureException($"The fixture has {Files.Length} files where one is asked for.");

    /// <summary>The file with the cursor.</summary>
    public FixtureFile CursorFile =>
        Files.FirstOrDefault(file => file.Cursor is not null) ?? throw new FixtureException("The fixture has no cursor ($0).");

    /// <summary>The cursor, in UTF-16 columns of <see cref="CursorFile"/>.</summary>
    public TextPosition Cursor => CursorFile.PositionAt(CursorFile.Cursor!.Value);

    /// <summary>Reads a fixture.</summary>
    /// <exception cref="FixtureException">The text breaks the rules above.</exception>
    public static Fixture Parse(string text) => FixtureParser.Parse(text);
}
