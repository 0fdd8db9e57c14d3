using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis;

namespace Glassbox.Completion.CSharp.Texts;

/// <summary>Formats of dates, numbers, GUIDs and enums, each with what it gives.</summary>
internal static class FormatStrings
{
    private static readonly (string Format, string Example)[] Dates = [("d", "6/15/2009"), ("D", "Monday, June 15, 2009"), ("yyyy-MM-dd", "2009-06-15")];

    private static readonly (string Format, string Example)[] Times = [("t", "1:45 PM"), ("T", "1:45:30 PM"), ("HH:mm", "13:45"), ("HH:mm:ss", "13:45:30")];

    private static readonly (string Format, string Example)[] Moments =
    [
        ("O", "2009-06-15T13:45:30.0000000Z"), ("s", "2009-06-15T13:45:30"), ("u", "2009-06-15 13:45:30Z"), ("yyyy-MM-dd HH:mm:ss", "2009-06-15 13:45:30"),
        ("f", "Monday, June 15, 2009 1:45 PM"), ("F", "Monday, June 15, 2009 1:45:30 PM"), ("g", "6/15/2009 1:45 PM"), ("G", "6/15/2009 1:45:30 PM"),
        ("R", "Mon, 15 Jun 2009 20:45:30 GMT"), ("M", "June 15"), ("Y", "June 2009"), ("U", "Monday, June 15, 2009 8:45:30 PM"),
    ];

    private static readonly (string Format, string Example)[] DateParts =
    [
        ("yyyy", "2009"), ("yy", "09"), ("MM", "06"), ("MMM", "Jun"), ("MMMM", "June"), ("dd", "15"), ("ddd", "Mon"), ("dddd", "Monday"),
    ];

    private static readonly (string Format, string Example)[] TimeParts =
    [
        ("HH", "13"), ("hh", "01"), ("mm", "45"), ("ss", "30"), ("fff", "617"), ("fffffff", "6175425"), ("tt", "PM"),
    ];

    private static readonly (string Format, string Example)[] ZoneParts = [("zzz", "-07:00"), ("K", "-07:00")];

    private static readonly (string Format, string Example)[] Spans =
    [
        ("c", "1.03:16:50.5000000"), ("g", "1:3:16:50.5"), ("G", "1:03:16:50.5000000"), (@"hh\:mm", "03:16"), (@"hh\:mm\:ss", "03:16:50"), (@"d\.hh\:mm", "1.03:16"),
    ];

    private static readonly (string Format, string Example)[] Numbers =
    [
        ("N0", "1,234"), ("N2", "1,234.50"), ("F2", "1234.50"), ("0.00", "1234.50"), ("#,##0.00", "1,234.50"), ("C", "$1,234.50"), ("P1", "12.3 %"), ("D4", "0042"),
        ("X2", "FF"), ("x8", "000000ff"), ("B8", "00101010"), ("E2", "1.23E+003"), ("G", "1234.5"), ("R", "1234.5"),
    ];

    private static readonly (string Format, string Example)[] Guids =
    [
        ("D", "00000000-0000-0000-0000-000000000000"), ("N", "00000000000000000000000000000000"), ("B", "{00000000-0000-0000-0000-000000000000}"),
        ("P", "(00000000-0000-0000-0000-000000000000)"), ("X", "{0x00000000,0x0000,0x0000,{0x00,…}}"),
    ];

    private static readonly (string Format, string Example)[] Enums = [("G", "Red"), ("F", "Red, Green"), ("D", "1"), ("X", "00000001")];

    /// <summary>True for a <c>[StringSyntax]</c> that is a format.</summary>
    public static bool Knows(string syntax) => FormatsOf(syntax).Length > 0;

    /// <summary>What <c>[StringSyntax]</c> calls the formats of a type; null for a type that takes none.</summary>
    public static string? SyntaxOf(ITypeSymbol? type) => ExpectedType.Unwrap(type) switch
    {
        { TypeKind: TypeKind.Enum } => "EnumFormat",
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } => "NumericFormat",
        { Name: "DateTime" or "DateTimeOffset" } => "DateTimeFormat",
        { Name: "DateOnly" } => "DateOnlyFormat",
        { Name: "TimeOnly" } => "TimeOnlyFormat",
        { Name: "TimeSpan" } => "TimeSpanFormat",
        { Name: "Guid" } => "GuidFormat",
        { Name: "BigInteger" or "Half" or "Int128" or "UInt128" } => "NumericFormat",
        _ => null,
    };

    /// <summary>The formats that fit what is written.</summary>
    /// <param name="syntax">What <c>[StringSyntax]</c> calls them.</param>
    /// <param name="place">The cursor.</param>
    /// <param name="start">Where the format begins.</param>
    public static TextPopup? Of(string? syntax, StringPlace place, int start)
    {
        if (syntax is null) return null;
        var from = place.Cursor;
        while (from > start && char.IsLetterOrDigit(place.Written[from - 1 - place.Start])) from--;
        var (formats, parts) = (FormatsOf(syntax), PartsOf(syntax));

        // A whole format replaces all of it; within a longer one only its parts fit.
        return TextPopup.Of(from, (from == start ? [.. formats, .. parts] : parts).Select(format => ToEntry(format, place)));
    }

    private static (string Format, string Example)[] FormatsOf(string syntax) => syntax switch
    {
        "DateTimeFormat" => [.. Moments, .. Dates, .. Times],
        "DateOnlyFormat" => [.. Dates, ("O", "2009-06-15")],
        "TimeOnlyFormat" => [.. Times, ("O", "13:45:30.0000000")],
        "TimeSpanFormat" => Spans,
        "NumericFormat" => Numbers,
        "GuidFormat" => Guids,
        "EnumFormat" => Enums,
        _ => [],
    };

    private static (string Format, string Example)[] PartsOf(string syntax) => syntax switch
    {
        "DateTimeFormat" => [.. DateParts, .. TimeParts, .. ZoneParts],
        "DateOnlyFormat" => DateParts,
        "TimeOnlyFormat" => TimeParts,
        _ => [],
    };

    private static PopupEntry ToEntry((string Format, string Example) format, StringPlace place)
    {
        var written = place.DoublesBackslashes ? format.Format.Replace("\\", "\\\\", StringComparison.Ordinal) : format.Format;
        return new PopupEntry(format.Format, CandidateKind.Value, 0) { Detail = format.Example, Insert = written == format.Format ? null : written };
    }
}
