using System.Security.Cryptography;

namespace Glassbox.Completion.Corpus.Storage;

/// <summary>
/// The head of a file of what was learned: the mark (8 bytes), the format's version (4), 4 bytes of nothing, the build that
/// wrote it (16), the SHA-256 of everything else (32). Behind it six counts and the sections, see <see cref="LearnedFileWriter"/>.
/// Numbers are in the machine's byte order: the file never leaves the machine.
/// </summary>
internal static class LearnedFormat
{
    /// <summary>The format's version. A file of another one is not read: learning again takes seconds.</summary>
    public const int Version = 2;

    /// <summary>Where the build's mark begins.</summary>
    public const int BuildAt = 16;

    /// <summary>Where the checksum begins.</summary>
    public const int ChecksumAt = 32;

    /// <summary>The length of the head; what follows is covered by the checksum, and so is what stands before it.</summary>
    public const int HeadLength = 64;

    /// <summary>The length of the counts behind the head.</summary>
    public const int CountsLength = 24;

    /// <summary>Larger files are neither written nor read, in bytes: some 50 million tokens.</summary>
    public const int MostBytes = 256 << 20;

    /// <summary>What every file begins with.</summary>
    public static ReadOnlySpan<byte> Magic => "GBXLEARN"u8;

    /// <summary>
    /// This build. Which tokens a text has follows from the code alone, so that tokens of the same build are right and those of
    /// any other may not be.
    /// </summary>
    public static Guid Build { get; } = typeof(LearnedFormat).Module.ModuleVersionId;

    /// <summary>The checksum of a whole file.</summary>
    public static void Sum(ReadOnlySpan<byte> file, Span<byte> into)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(file[..ChecksumAt]);
        hash.AppendData(file[HeadLength..]);
        hash.GetHashAndReset(into);
    }
}
