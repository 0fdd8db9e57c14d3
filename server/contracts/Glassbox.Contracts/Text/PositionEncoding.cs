namespace Glassbox.Contracts.Text;

/// <summary>The units in which a client counts columns.</summary>
public enum PositionEncoding
{
    /// <summary>UTF-16 code units, the protocol's default.</summary>
    Utf16,

    /// <summary>Bytes of UTF-8.</summary>
    Utf8,

    /// <summary>Unicode code points.</summary>
    Utf32,
}
