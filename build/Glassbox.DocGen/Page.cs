namespace Glassbox.DocGen;

/// <summary>What the generated pages share.</summary>
internal static class Page
{
    /// <summary>Says where a page comes from.</summary>
    public const string Notice = "*Generated from the code by `./build.sh docgen`; a test fails when it is stale.*";

    /// <summary>A text as a cell of a table.</summary>
    public static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
