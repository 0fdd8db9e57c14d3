using System.Collections.Concurrent;
using System.Collections.Immutable;
using Glassbox.Completion.Lexing;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Corpus;

/// <summary>Keeps the counts in line with the documents of the newest snapshot that was learned. One learner at a time; any number of readers.</summary>
internal sealed class LearnedDocuments
{
    /// <summary>Larger documents are data or generated, and are not learned.</summary>
    public const int LargestText = 1 << 20;

    /// <summary>Files of other languages beyond this number are not learned.</summary>
    public const int MostOtherFiles = 5000;

    private readonly ConcurrentDictionary<DocumentPath, Entry> entries = [];
    private readonly ConcurrentDictionary<string, LearnedLanguage> languages = new(StringComparer.Ordinal);
    private long version;

    /// <summary>Grows whenever a document is learned or unlearned.</summary>
    public long Version => Interlocked.Read(ref version);

    /// <summary>Numbers of token texts.</summary>
    public Lexicon Lexicon { get; } = new();

    /// <summary>The use of names in C#.</summary>
    public UsageCounts Usage { get; } = new();

    /// <summary>The counts of a language.</summary>
    public LearnedLanguage Of(LexicalRules rules) => languages.GetOrAdd(rules.Name, static _ => new LearnedLanguage());

    /// <summary>What all that was learned and the buffer itself say about a word in a buffer.</summary>
    public ContextEvidence EvidenceAt(DocumentPath path, SourceText text, int wordStart, int wordEnd, LexicalRules rules) => new(
        Of(rules).Store,
        entries.TryGetValue(path, out var entry) ? entry.Stored : null,
        path,
        BufferTokens.Of(text, wordStart, wordEnd, rules, FileNames.Of(path), Lexicon),
        isBound: rules.IsCSharp);

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
        var tokens = TokenReader.Read(text, rules, FileNames.Of(path), Lexicon);
        var language = Of(rules);
        var stored = language.Store.Learn(path, tokens);
        if (rules.IsCSharp) Usage.Learn(tokens, Lexicon);
        else language.CountWords(tokens, Lexicon, 1);
        entries[path] = new Entry(rules, hash, stamp, stored);
        Interlocked.Increment(ref version);
    }

    private void Forget(DocumentPath path)
    {
        if (!entries.TryRemove(path, out var entry)) return;
        var language = Of(entry.Rules);
        var tokens = language.Store.Current.TokensOf(entry.Stored);
        if (entry.Rules.IsCSharp) Usage.Unlearn(tokens, Lexicon);
        else language.CountWords(tokens, Lexicon, -1);
        language.Store.Forget(entry.Stored);
        Interlocked.Increment(ref version);
    }

    private sealed record Entry(LexicalRules Rules, ImmutableArray<byte> Hash, FileStamp Stamp, StoredDocument Stored);

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
