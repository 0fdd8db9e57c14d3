using System.Security.Cryptography;
using System.Text;
using Glassbox.Contracts.Text;

namespace Glassbox.Cli.Fix;

/// <summary>A file as it is on disk: its bytes, its text, and how to get from one to the other.</summary>
internal sealed class SourceFile
{
    // The longer marks first: that of UTF-32 begins like that of UTF-16.
    private static readonly Encoding[] WithMark =
    [
        new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    private static readonly Encoding WithoutMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] bytes;
    private readonly Encoding encoding;

    private SourceFile(DocumentPath path, byte[] bytes, Encoding encoding)
    {
        Path = path;
        this.bytes = bytes;
        this.encoding = encoding;
        Text = encoding.GetString(bytes, encoding.Preamble.Length, bytes.Length - encoding.Preamble.Length);
        LineBreak = LineBreakOf(Text);
    }

    /// <summary>The file.</summary>
    public DocumentPath Path { get; }

    /// <summary>Its text, without a byte order mark.</summary>
    public string Text { get; }

    /// <summary>The line break that it uses most.</summary>
    public string LineBreak { get; }

    /// <summary>SHA-256 of its bytes, in lower-case hexadecimal digits.</summary>
    public string Hash => HashOf(bytes);

    /// <summary>Reads a file; null and a reason where it cannot be read, or not be written again as it was.</summary>
    public static (SourceFile? File, string? Problem) Read(DocumentPath path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path.Value);
            var encoding = Array.Find(WithMark, encoding => bytes.AsSpan().StartsWith(encoding.Preamble)) ?? WithoutMark;
            var file = new SourceFile(path, bytes, encoding);
            return file.Encode(file.Text).AsSpan().SequenceEqual(bytes) ? (file, null) : (null, UnknownEncoding);
        }
        catch (ArgumentException)
        {
            // The strict encodings' own way to say no (DecoderFallbackException, EncoderFallbackException).
            return (null, UnknownEncoding);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, e.Message);
        }
    }

    /// <summary>A text as this file's bytes.</summary>
    public byte[] Encode(string text) => [.. encoding.Preamble, .. encoding.GetBytes(text)];

    /// <summary>True when the file still has the bytes that were read.</summary>
    public bool IsUnchanged()
    {
        try
        {
            return File.ReadAllBytes(Path.Value).AsSpan().SequenceEqual(bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Gone or locked is not unchanged.
            return false;
        }
    }

    /// <summary>SHA-256 in lower-case hexadecimal digits.</summary>
    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string UnknownEncoding => "it is in an encoding that is neither UTF-8 nor marked; save it as UTF-8";

    private static string LineBreakOf(string text)
    {
        var crlf = text.AsSpan().Count("\r\n");
        var lf = text.AsSpan().Count('\n') - crlf;
        var cr = text.AsSpan().Count('\r') - crlf;
        return crlf > lf && crlf >= cr ? "\r\n" : cr > lf ? "\r" : "\n";
    }
}
