using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Glassbox.Completion.Lexing;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Counts;

/// <summary>Keeps the counts in line with the documents of the newest snapshot that was learned. One learner at a time; any number of readers.</summary>
internal sealed class LearnedDocuments
{
    /// <summary>Larger documents are data or generated, and are not learned.</summary>
    public const int LargestText = 1 << 20;

    /// <summary>Files of other languages beyond this number are not learned.</summary>
    public const int MostOtherFiles = 5000;

    private readonly ConcurrentDictionary<DocumentPath, Entry> entries = [];
    private readonly ConcurrentDictionary<string, LanguageCounts> languages = new(StringComparer.Ordinal);
    private long version;

    /// <summary>Grows whenever a document is learned or unlearned.</summary>
    public long Version => Interlocked.Read(ref version);

    /// <summary>Numbers of token texts.</summary>
    public Lexicon Lexicon { get; } = new();

    /// <summary>The use of names in C#.</summary>
    public UsageCounts Usage { get; } = new();

    /// <summary>The counts of a language.</summary>
    public LanguageCounts Of(LexicalRules rules) => languages.GetOrAdd(rules.Name, static _ => new LanguageCounts());

    /// <summary>What all that was learned and the buffer itself say about a word in a buffer.</summary>
    public TokenEvidence EvidenceAt(DocumentPath path, SourceText text, int wordStart, int wordEnd, LexicalRules rules) => new(
        Of(rules).Ngrams,
        entries.TryGetValue(path, out var entry) ? entry.Sequence.AsMemory() : default,
        BufferTokens.Of(text, wordStart, wordEnd, rules, Lexicon));

    /// <summary>Learns what is new, unlearns what is gone; whole documents only, so that giving up leaves the counts exact.</summary>
    public async Task LearnAsync(RoslynSnapshot snapshot, IReadOnlyCollection<DocumentPath>? changed, CancellationToken cancellationToken)
    {
        var paths = changed ?? [.. snapshot.Documents.Concat(snapshot.OpenDocuments).Concat(snapshot.OtherFiles.Take(MostOtherFiles)).Distinct()];
        foreach (var path in paths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await BringInLineAsync(snapshot, path, cancellationToken);
        }

        if (changed is not null) return;
        var known = paths.ToHashSet();
        foreach (var gone in entries.Keys.Where(path => !known.Contains(path)).ToArray()) Forget(gone);
    }

    private async Task BringInLineAsync(RoslynSnapshot snapshot, DocumentPath path, CancellationToken cancellationToken)
    {
        var before = entries.GetValueOrDefault(path);
        var stamp = default(FileStamp);
        if (!snapshot.Contains(path))
        {
            // C# that no project compiles is not this workspace's code.
            stamp = path.IsCSharp ? default : FileStamp.Of(path);
            if (before is not null && stamp != default && stamp == before.Stamp) return;
            if (stamp.Length is 0 or > LargestText * 2L)
            {
                Forget(path);
                return;
            }
        }

        var text = await snapshot.GetTextAsync(path, cancellationToken);
        if (text is null || text.Length > LargestText)
        {
            Forget(path);
            return;
        }

        var hash = text.GetContentHash();
        if (before is not null && before.Hash.AsSpan().SequenceEqual(hash.AsSpan()))
        {
            entries[path] = before with { Stamp = stamp };
            return;
        }

        Forget(path);
        Learn(path, text, hash, stamp);
    }

    private void Learn(DocumentPath path, SourceText source, ImmutableArray<byte> hash, FileStamp stamp)
    {
        var text = source.ToString();
        if (text.Contains('\0', StringComparison.Ordinal)) return;
        var rules = LexicalRules.For(path);
        var tokens = CodeLexer.Read(text, rules);
        var sequence = TokenSequence.Of(text, tokens, Lexicon);
        var usage = rules.IsCSharp ? UsageSummary.Of(text, tokens) : null;
        var words = rules.IsCSharp ? [] : CountWords(tokens, sequence);
        var language = Of(rules);
        language.Ngrams.Learn(sequence.AsSpan());
        language.LearnWords(words);
        if (usage is not null) Usage.Learn(usage);
        entries[path] = new Entry(rules, hash, stamp, sequence, usage, words);
        Interlocked.Increment(ref version);
    }

    private void Forget(DocumentPath path)
    {
        if (!entries.TryRemove(path, out var entry)) return;
        var language = Of(entry.Rules);
        language.Ngrams.Unlearn(entry.Sequence.AsSpan());
        language.UnlearnWords(entry.Words);
        if (entry.Usage is not null) Usage.Unlearn(entry.Usage);
        Interlocked.Increment(ref version);
    }

    private static ImmutableArray<KeyValuePair<int, int>> CountWords(List<CodeToken> tokens, ImmutableArray<int> sequence)
    {
        var counts = new Dictionary<int, int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var number = TokenSequence.NumberOf(sequence[i]);
            if (tokens[i].Kind == CodeTokenKind.Identifier && tokens[i].Length > 1 && number != Lexicon.Opaque)
                CollectionsMarshal.GetValueRefOrAddDefault(counts, number, out _)++;
        }

        return [.. counts];
    }

    private sealed record Entry(
        LexicalRules Rules,
        ImmutableArray<byte> Hash,
        FileStamp Stamp,
        ImmutableArray<int> Sequence,
        UsageSummary? Usage,
        ImmutableArray<KeyValuePair<int, int>> Words);

    private readonly record struct FileStamp(long Length, DateTime Written)
    {
        public static FileStamp Of(DocumentPath path)
        {
            if (!path.IsFile) return default;
            var file = new FileInfo(path.Value);
            return file.Exists ? new FileStamp(file.Length, file.LastWriteTimeUtc) : default;
        }
    }
}
