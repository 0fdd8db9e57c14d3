using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Workspace.Text;

/// <summary>
/// Reads source files as editors do: a byte order mark decides, else UTF-8 where it is valid, else Latin-1. The mark is
/// never part of the text.
/// </summary>
public static class FileText
{
    private const int Sniffed = 4096;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file; null when it cannot be read, is binary or is longer than <paramref name="maxBytes"/>.</summary>
    public static SourceText? TryRead(string path, long maxBytes)
    {
        try
        {
            if (new FileInfo(path) is not { Exists: true } file || file.Length > maxBytes) return null;
            return Decode(File.ReadAllBytes(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null; // Deleted or locked since; the watcher will say so.
        }
    }

    /// <summary>The text of a file for the compiler: as <see cref="TryRead"/>, and null when it nests too deep.</summary>
    public static SourceText? TryReadSource(string path, long maxBytes) =>
        TryRead(path, maxBytes) is { } text && !Nesting.IsTooDeep(text) ? text : null;

    /// <summary>True when the file can be read and holds NUL bytes that are no UTF-16.</summary>
    public static bool IsBinary(string path)
    {
        try
        {
            using var handle = File.OpenHandle(path);
            Span<byte> head = stackalloc byte[Sniffed];
            return IsBinary(head[..RandomAccess.Read(handle, head, 0)]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The text of a file's bytes, or null when they are no text.</summary>
    public static SourceText? Decode(ReadOnlySpan<byte> bytes)
    {
        if (IsBinary(bytes)) return null;
        var (encoding, mark) = EncodingOf(bytes);
        var content = bytes[mark..];
        if (encoding is not null) return SourceText.From(encoding.GetString(content), encoding);
        try
        {
            return SourceText.From(StrictUtf8.GetString(content), StrictUtf8);
        }
        catch (DecoderFallbackException)
        {
            return SourceText.From(Encoding.Latin1.GetString(content), Encoding.Latin1);
        }
    }

    private static bool IsBinary(ReadOnlySpan<byte> bytes) =>
        EncodingOf(bytes).Encoding is null && bytes[..Math.Min(bytes.Length, Sniffed)].Contains((byte)0);

    private static (Encoding? Encoding, int Mark) EncodingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0x00, 0x00, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };
}
