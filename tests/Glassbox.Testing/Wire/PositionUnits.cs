using System.Text;

namespace Glassbox.Testing.Wire;

/// <summary>
/// How columns are counted, written without a look at the server's own conversions. Spec: LSP 3.18, PositionEncodingKind.
/// </summary>
public abstract record PositionUnits
{
    private PositionUnits(string name) => Name = name;

    /// <summary>As the protocol names them.</summary>
    public string Name { get; }

    /// <summary>UTF-16 code units.</summary>
    public static PositionUnits Utf16 { get; } = new CodeUnits();

    /// <summary>Bytes of UTF-8.</summary>
    public static PositionUnits Utf8 { get; } = new Bytes();

    /// <summary>Code points.</summary>
    public static PositionUnits Utf32 { get; } = new CodePoints();

    /// <summary>The units of a name; the default where the server names none.</summary>
    public static PositionUnits Named(string? name) => name switch
    {
        null or "utf-16" => Utf16,
        "utf-8" => Utf8,
        "utf-32" => Utf32,
        _ => throw new WireException($"The server chose an unknown position encoding: {name}"),
    };

    /// <summary>How many units a stretch of a line has.</summary>
    public abstract int Count(string text);

    private sealed record CodeUnits() : PositionUnits("utf-16")
    {
        public override int Count(string text) => text.Length;
    }

    private sealed record Bytes() : PositionUnits("utf-8")
    {
        public override int Count(string text) => Encoding.UTF8.GetByteCount(text);
    }

    private sealed record CodePoints() : PositionUnits("utf-32")
    {
        public override int Count(string text) => text.EnumerateRunes().Count();
    }
}
