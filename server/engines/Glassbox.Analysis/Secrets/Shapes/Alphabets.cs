using System.Buffers;

namespace Glassbox.Analysis.Secrets.Shapes;

/// <summary>The characters that tokens are made of.</summary>
internal static class Alphabets
{
    private const string Numbers = "0123456789";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public static readonly SearchValues<char> Digits = SearchValues.Create(Numbers);
    public static readonly SearchValues<char> LowerHex = SearchValues.Create(Numbers + "abcdef");
    public static readonly SearchValues<char> Hex = SearchValues.Create(Numbers + "abcdefABCDEF");
    public static readonly SearchValues<char> Base32 = SearchValues.Create(Upper + "234567");
    public static readonly SearchValues<char> LowerAlphanumeric = SearchValues.Create(Numbers + Lower);
    public static readonly SearchValues<char> UpperAlphanumeric = SearchValues.Create(Numbers + Upper);
    public static readonly SearchValues<char> Base62 = SearchValues.Create(Numbers + Upper + Lower);
    public static readonly SearchValues<char> Base62Dash = SearchValues.Create(Numbers + Upper + Lower + "-");
    public static readonly SearchValues<char> Word = SearchValues.Create(Numbers + Upper + Lower + "_");
    public static readonly SearchValues<char> Base64 = SearchValues.Create(Numbers + Upper + Lower + "+/");
    public static readonly SearchValues<char> PaddedBase64 = SearchValues.Create(Numbers + Upper + Lower + "+/=");
    public static readonly SearchValues<char> UrlSafe = SearchValues.Create(Numbers + Upper + Lower + "-_");
    public static readonly SearchValues<char> UrlSafeDot = SearchValues.Create(Numbers + Upper + Lower + "-_.");
    public static readonly SearchValues<char> UrlSafeDotTilde = SearchValues.Create(Numbers + Upper + Lower + "-_.~");
    public static readonly SearchValues<char> UrlSafeEquals = SearchValues.Create(Numbers + Upper + Lower + "-_=");
    public static readonly SearchValues<char> AnyBase64 = SearchValues.Create(Numbers + Upper + Lower + "+/-_=");

    // RFC 6750: what may follow "Bearer", and percent signs of addresses.
    public static readonly SearchValues<char> Bearer = SearchValues.Create(Numbers + Upper + Lower + "-._~+/=");
    public static readonly SearchValues<char> Encoded = SearchValues.Create(Numbers + Upper + Lower + "-._~+/=%");
}
