using FsCheck;
using FsCheck.Fluent;
using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Tests.Text;

/// <summary>Texts as nobody would write them, so that every odd case is a common one.</summary>
internal static class TextGenerators
{
    private static readonly string[] Inline =
    [
        "a", "Z", " ", "\t", "é", "ß", "€", "価", "😀", "👩‍👩‍👧", "e\u0301", "\uD83D", "\uDE00", "\uDE00\uD83D", "\uFEFF", "\u0085", "\u2028", "\u2029", "\0", "\uFFFD", "\u07FF", "\u0800", "\uFFFF",
    ];

    private static readonly string[] LineBreaks = ["\n", "\r\n", "\r", "\n\r", "\r\r\n", "\n\n"];

    /// <summary>A line without line breaks.</summary>
    public static Gen<string> Line { get; } = Gen.Elements(Inline).ArrayOf().Select(string.Concat);

    /// <summary>A text with line breaks of every kind, some of them cut in half by what stands next.</summary>
    public static Gen<string> Text { get; } = Gen.Frequency((3, Gen.Elements(Inline)), (2, Gen.Elements(LineBreaks))).ArrayOf().Select(string.Concat);

    /// <summary>One of the three encodings.</summary>
    public static Gen<PositionEncoding> Encoding { get; } = Gen.Elements(PositionEncoding.Utf8, PositionEncoding.Utf16, PositionEncoding.Utf32);

    /// <summary>Ten thousand cases; a failure shows the smallest that still fails.</summary>
    public static Config TenThousand { get; } = Config.QuickThrowOnFailure.WithMaxTest(10_000).WithQuietOnSuccess(true);

    /// <summary>Texts that shrink by losing one code unit at a time.</summary>
    public static Arbitrary<T> Shrinking<T>(Gen<T> generator, Func<T, IEnumerable<T>> shrink) => Arb.From(generator, shrink);

    /// <summary>A text with one code unit less.</summary>
    public static IEnumerable<string> Shorter(string text) => Enumerable.Range(0, text.Length).Select(at => text.Remove(at, 1));
}
