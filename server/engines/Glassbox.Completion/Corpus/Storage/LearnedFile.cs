using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Glassbox.Contracts.Text;

namespace Glassbox.Completion.Corpus.Storage;

/// <summary>
/// What an earlier session learned, as it was kept. Nothing of it is known to anyone until a document is asked for that is
/// still what it was; texts that only other documents used never come back. One reader at a time.
/// </summary>
internal sealed class LearnedFile
{
    private readonly byte[] file;
    private readonly int tokenCount;
    private readonly int[] textStarts;
    private readonly int[] numbers;
    private readonly Dictionary<DocumentPath, KeptDocument> documents;
    private int[] scratch = [];

    private LearnedFile(byte[] file, int tokenCount, int[] textStarts, Dictionary<DocumentPath, KeptDocument> documents, ImmutableArray<KeptSize> sizes)
    {
        (this.file, this.tokenCount, this.textStarts, this.documents, Sizes) = (file, tokenCount, textStarts, documents, sizes);
        numbers = new int[textStarts.Length - 1];
    }

    /// <summary>How large the streams were.</summary>
    public ImmutableArray<KeptSize> Sizes { get; }

    /// <summary>How many documents there are.</summary>
    public int Count => documents.Count;

    /// <summary>Reads a file's content.</summary>
    /// <param name="file">All of it; kept.</param>
    /// <param name="learned">What it holds, where it is good.</param>
    public static LearnedFileState Read(byte[] file, out LearnedFile? learned)
    {
        learned = null;
        if (file.Length < LearnedFormat.HeadLength + LearnedFormat.CountsLength || !file.AsSpan().StartsWith(LearnedFormat.Magic)) return LearnedFileState.Damaged;
        if (BitConverter.ToInt32(file, LearnedFormat.Magic.Length) != LearnedFormat.Version) return LearnedFileState.OtherBuild;
        Span<byte> sum = stackalloc byte[LearnedFormat.HeadLength - LearnedFormat.ChecksumAt];
        LearnedFormat.Sum(file, sum);
        if (!file.AsSpan(LearnedFormat.ChecksumAt, sum.Length).SequenceEqual(sum)) return LearnedFileState.Damaged;
        if (new Guid(file.AsSpan(LearnedFormat.BuildAt, 16)) != LearnedFormat.Build) return LearnedFileState.OtherBuild;
        try
        {
            learned = Parse(file);
            return LearnedFileState.Good;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or ArgumentException or OverflowException)
        {
            // Whole, and yet not what a writer writes: somebody made it.
            return LearnedFileState.Damaged;
        }
    }

    /// <summary>A document by its path.</summary>
    public bool TryFind(DocumentPath path, [NotNullWhen(true)] out KeptDocument? document) => documents.TryGetValue(path, out document);

    /// <summary>The tokens of a document, as a lexicon numbers them; good until the next call.</summary>
    /// <exception cref="InvalidDataException">They name texts that are not there.</exception>
    public ReadOnlySpan<int> TokensOf(KeptDocument document, Lexicon lexicon) => TokensOf(document.First, document.Length, lexicon);

    /// <summary>The tokens of its documentation comments; good until the next call.</summary>
    /// <inheritdoc cref="TokensOf(KeptDocument, Lexicon)"/>
    public ReadOnlySpan<int> DocumentationOf(KeptDocument document, Lexicon lexicon) => TokensOf(document.First + document.Length, document.Documentation, lexicon);

    private ReadOnlySpan<int> TokensOf(int first, int length, Lexicon lexicon)
    {
        if (scratch.Length < length) scratch = new int[Math.Max(length, 4096)];
        var kept = MemoryMarshal.Cast<byte, int>(file.AsSpan(LearnedFormat.HeadLength + LearnedFormat.CountsLength, tokenCount * 4)).Slice(first, length);
        for (var i = 0; i < kept.Length; i++)
        {
            var number = Token.NumberOf(kept[i]);
            scratch[i] = (uint)number < (uint)Lexicon.FixedCount ? kept[i] : Token.WithNumber(kept[i], NumberOf(number - Lexicon.FixedCount, lexicon));
        }

        return scratch.AsSpan(0, length);
    }

    private int NumberOf(int text, Lexicon lexicon)
    {
        if ((uint)text >= (uint)numbers.Length) throw new InvalidDataException("A token has no text.");
        ref var number = ref numbers[text];
        if (number == 0) number = lexicon.Intern(MemoryMarshal.Cast<byte, char>(file.AsSpan(textStarts[text], textStarts[text + 1] - textStarts[text])));
        return number;
    }

    private static LearnedFile Parse(byte[] file)
    {
        using var stream = new MemoryStream(file) { Position = LearnedFormat.HeadLength };
        using var reader = new BinaryReader(stream);
        var (tokens, texts, documents) = (Natural(reader), Natural(reader), Natural(reader));
        var (documentBytes, sizes, sizeBytes) = (Natural(reader), Natural(reader), Natural(reader));
        var lengthsAt = checked((int)stream.Position + (tokens * 4));
        var documentsAt = checked(lengthsAt + (texts * 4));
        var starts = new int[Math.Min(texts, file.Length) + 1];
        starts[0] = checked(documentsAt + documentBytes + sizeBytes);
        stream.Position = lengthsAt;
        for (var i = 0; i < texts; i++) starts[i + 1] = checked(starts[i] + (Natural(reader) * 2));
        if (starts[^1] != file.Length) throw new InvalidDataException("The texts do not end where the file does.");
        var byPath = new Dictionary<DocumentPath, KeptDocument>(Math.Min(documents, file.Length));
        stream.Position = documentsAt;
        for (var i = 0; i < documents; i++)
        {
            var document = ReadDocument(reader);
            if (document.First > tokens - (long)document.Length - document.Documentation) throw new InvalidDataException("A document has tokens that are not there.");
            byPath[document.Path] = document;
        }

        var kept = ImmutableArray.CreateBuilder<KeptSize>();
        for (var i = 0; i < sizes; i++) kept.Add(ReadSize(reader, tokens));
        return new LearnedFile(file, tokens, starts, byPath, kept.ToImmutable());
    }

    private static KeptDocument ReadDocument(BinaryReader reader)
    {
        var path = DocumentPath.FromFile(Text(reader));
        var language = Text(reader);
        var stamp = new FileStamp(reader.ReadInt64(), new DateTime(reader.ReadInt64(), DateTimeKind.Utc));
        var hash = ImmutableCollectionsMarshal.AsImmutableArray(Bytes(reader, Natural(reader)));
        return new KeptDocument(path, language, stamp, hash, Natural(reader), Natural(reader), Natural(reader));
    }

    private static KeptSize ReadSize(BinaryReader reader, int tokens)
    {
        var language = Text(reader);
        // Guesses of room; more than there can be of it would only cost memory.
        var (length, keys) = (Math.Min(Natural(reader), (tokens * 2) + 1), Math.Min(Natural(reader), (tokens * 5) + 1));
        var heads = ImmutableArray.CreateBuilder<int>();
        for (var left = Natural(reader); left > 0; left--)
        {
            var size = Natural(reader);
            if (!int.IsPow2(size) || size / 4 > Math.Max(tokens, 1024)) throw new InvalidDataException("No size of a hash table.");
            heads.Add(size);
        }

        return new KeptSize(language, new StreamSize(length, heads.ToImmutable()), keys);
    }

    private static int Natural(BinaryReader reader) => reader.ReadInt32() is var count and >= 0 ? count : throw new InvalidDataException("A count is negative.");

    private static string Text(BinaryReader reader) => new(MemoryMarshal.Cast<byte, char>(Bytes(reader, checked(Natural(reader) * 2))));

    private static byte[] Bytes(BinaryReader reader, int count)
    {
        if (count > reader.BaseStream.Length - reader.BaseStream.Position) throw new EndOfStreamException();
        return reader.ReadBytes(count);
    }
}
