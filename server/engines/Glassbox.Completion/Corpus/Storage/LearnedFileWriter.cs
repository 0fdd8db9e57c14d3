using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Glassbox.Contracts.Text;

namespace Glassbox.Completion.Corpus.Storage;

/// <summary>
/// Makes the file of what was learned. Sections: tokens (4 bytes each, numbered in this file), lengths of texts (4 bytes),
/// documents, sizes, texts (UTF-16, so that halves of surrogate pairs stay what they are). Only texts that some document still
/// uses get a number.
/// </summary>
/// <param name="lexicon">Knows the tokens' texts.</param>
internal sealed class LearnedFileWriter(Lexicon lexicon)
{
    private readonly int[] numbers = new int[lexicon.Count];
    private readonly List<string> texts = [];
    private readonly List<int> tokens = [];
    private readonly MemoryStream documents = new();
    private readonly MemoryStream sizes = new();
    private int documentCount;
    private int sizeCount;
    private long textLength;

    /// <summary>It would be larger than is kept.</summary>
    public bool IsTooLarge => (4L * (tokens.Count + texts.Count)) + (2 * textLength) + documents.Length + sizes.Length > LearnedFormat.MostBytes - 4096;

    /// <summary>Adds a document.</summary>
    public void Add(DocumentPath path, string language, FileStamp stamp, ImmutableArray<byte> hash, ReadOnlySpan<int> content, ReadOnlySpan<int> documentation)
    {
        using var writer = new BinaryWriter(documents, System.Text.Encoding.Unicode, leaveOpen: true);
        Write(writer, path.Value);
        Write(writer, language);
        writer.Write(stamp.Length);
        writer.Write(stamp.Written.Ticks);
        writer.Write(hash.Length);
        writer.Write(hash.AsSpan());
        writer.Write(tokens.Count);
        writer.Write(content.Length);
        writer.Write(documentation.Length);
        documentCount++;
        foreach (var token in content) tokens.Add(Token.WithNumber(token, NumberOf(Token.NumberOf(token))));
        foreach (var token in documentation) tokens.Add(Token.WithNumber(token, NumberOf(Token.NumberOf(token))));
    }

    /// <summary>Adds the size of a language's stream.</summary>
    public void Add(string language, StreamSize size, int usageKeys)
    {
        using var writer = new BinaryWriter(sizes, System.Text.Encoding.Unicode, leaveOpen: true);
        Write(writer, language);
        writer.Write(size.Tokens);
        writer.Write(usageKeys);
        writer.Write(size.Heads.Length);
        foreach (var heads in size.Heads) writer.Write(heads);
        sizeCount++;
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write(LearnedFormat.Magic);
        writer.Write(LearnedFormat.Version);
        writer.Write(0);
        writer.Write(LearnedFormat.Build.ToByteArray());
        file.Position = LearnedFormat.HeadLength;
        writer.Write(tokens.Count);
        writer.Write(texts.Count);
        writer.Write(documentCount);
        writer.Write((int)documents.Length);
        writer.Write(sizeCount);
        writer.Write((int)sizes.Length);
        writer.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(tokens)));
        foreach (var text in texts) writer.Write(text.Length);
        writer.Write(documents.GetBuffer(), 0, (int)documents.Length);
        writer.Write(sizes.GetBuffer(), 0, (int)sizes.Length);
        foreach (var text in texts) writer.Write(MemoryMarshal.AsBytes(text.AsSpan()));
        var bytes = file.ToArray();
        LearnedFormat.Sum(bytes, bytes.AsSpan(LearnedFormat.ChecksumAt, LearnedFormat.HeadLength - LearnedFormat.ChecksumAt));
        return bytes;
    }

    private static void Write(BinaryWriter writer, string text)
    {
        writer.Write(text.Length);
        writer.Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private int NumberOf(int number)
    {
        if (number < Lexicon.FixedCount) return number;
        ref var here = ref numbers[number];
        if (here != 0) return here;
        texts.Add(lexicon.TextOf(number));
        textLength += texts[^1].Length;
        return here = Lexicon.FixedCount + texts.Count - 1;
    }
}
