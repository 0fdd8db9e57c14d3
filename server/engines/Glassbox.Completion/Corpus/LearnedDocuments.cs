using System.Collections.Concurrent;
using System.Collections.Immutable;
using Glassbox.Completion.Corpus.Storage;
using Glassbox.Completion.Lexing;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Corpus;

/// <summary>Keeps the counts in line with the documents of the newest snapshot that was learned. One learner at a time; any number of readers.</summary>
internal sealed class LearnedDocuments
{
    /// <summary>Larger documents are data or generated, and are not learned.</summary>
    public const int LargestText = 1 << 20;

    /// <summary>Files of other languages beyond this number are not learned.</summary>
    public const int MostOtherFiles = 5000;

    // A file that was written this short a time ago may be written again without its stamp telling.
    private static readonly TimeSpan StampGrain = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<DocumentPath, Entry> entries = [];
    private readonly ConcurrentDictionary<string, LearnedLanguage> languages = new(StringComparer.Ordinal);
    private LearnedFile? recalled;
    private long version;

    // The document that changed last, and the version before it was the only one that did.
    private volatile Run run = new(default, 0);

    /// <summary>Grows whenever a document is learned or unlearned.</summary>
    public long Version => Interlocked.Read(ref version);

    /// <summary>True while of no other document anything was learned or unlearned since a <see cref="Version"/>.</summary>
    public bool IsUnchangedBut(DocumentPath path, long since) => Version == since || (run is var now && now.Path == path && now.From <= since);

    /// <summary>Numbers of token texts.</summary>
    public Lexicon Lexicon { get; } = new();

    /// <summary>The use of names in C#.</summary>
    public UsageCounts Usage { get; } = new();

    /// <summary>The counts of a language.</summary>
    public LearnedLanguage Of(LexicalRules rules) => Of(rules.Name);

    /// <summary>What all that was learned and the buffer itself say about a word in a buffer.</summary>
    public ContextEvidence EvidenceAt(DocumentPath path, SourceText text, int wordStart, int wordEnd, LexicalRules rules) => new(
        Of(rules).Store,
        entries.TryGetValue(path, out var entry) ? entry.Stored : null,
        path,
        BufferTokens.Of(text, wordStart, wordEnd, rules, FileNames.Of(path), Lexicon),
        isBound: rules.IsCSharp,
        rules.IsCSharp ? Usage : null);

    /// <summary>What all that was learned and the buffer itself say about a word in a documentation comment of C#.</summary>
    public ContextEvidence DocumentationAt(DocumentPath path, SourceText text, int wordStart, int wordEnd) => new(
        Of(LexicalRules.Documentation).Store,
        entries.TryGetValue(path, out var entry) ? entry.Documentation : null,
        path,
        BufferTokens.OfDocumentation(text, wordStart, wordEnd, FileNames.Of(path), Lexicon),
        isBound: false);

    /// <summary>Learns what is new, unlearns what is gone; whole documents only, so that giving up leaves the counts exact.</summary>
    public async Task LearnAsync(RoslynSnapshot snapshot, IReadOnlyCollection<DocumentPath>? changed, IProgress<LearningProgress>? progress, CancellationToken cancellationToken)
    {
        var paths = changed ?? [.. snapshot.Documents.Concat(snapshot.OpenDocuments).Concat(snapshot.OtherFiles.Take(MostOtherFiles)).Distinct()];
        var done = 0;
        foreach (var path in paths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await BringInLineAsync(snapshot, path, cancellationToken);
            progress?.Report(new LearningProgress(++done, paths.Count));
        }

        if (changed is not null) return;
        var known = paths.ToHashSet();
        foreach (var gone in entries.Keys.Where(path => !known.Contains(path)).ToArray()) Forget(gone);
    }

    /// <summary>
    /// Takes up what an earlier session kept: a document that is learned for the first time and is still what it was is taken
    /// from there. Nothing is learned by this alone.
    /// </summary>
    public void Import(LearnedFile? file)
    {
        recalled = file;
        foreach (var size in file?.Sizes ?? [])
        {
            Of(size.Language).Store.Reserve(size.Stream);
            if (size.UsageKeys > 0) Usage.Reserve(size.UsageKeys);
        }
    }

    /// <summary>
    /// Hands out every document whose text is that of its file now: so nobody need read the file again while its stamp is the
    /// same. Buffers that were not saved stay out, and so do files that were written just now.
    /// </summary>
    public LearnedFileWriter Export(TimeProvider time, CancellationToken cancellationToken)
    {
        var writer = new LearnedFileWriter(Lexicon);
        var newest = (time.GetUtcNow() - StampGrain).UtcDateTime;
        foreach (var (path, entry) in entries.OrderBy(entry => entry.Key))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var stamp = FileStamp.Of(path);
            if (stamp == default || stamp.Written > newest || writer.IsTooLarge) continue;
            if (stamp != entry.Stamp && !Verify(path, entry, stamp)) continue;
            writer.Add(path, entry.Rules.Name, stamp, entry.Hash, Of(entry.Rules).Store.Current.TokensOf(entry.Stored), DocumentationOf(entry));
        }

        foreach (var (name, language) in languages) writer.Add(name, language.Store.Current.Size, name == LexicalRules.CSharp.Name ? Usage.Count : 0);
        return writer;
    }

    /// <summary>Learns a text as a document's, without asking for its file.</summary>
    public void Learn(DocumentPath path, SourceText text) => Learn(path, text, text.GetContentHash(), default, before: null);

    private bool Verify(DocumentPath path, Entry entry, FileStamp stamp)
    {
        if (FileText.TryRead(path.Value, LargestText * 4L)?.GetContentHash() is not { } hash || !hash.AsSpan().SequenceEqual(entry.Hash.AsSpan())) return false;
        if (FileStamp.Of(path) != stamp) return false;
        entries[path] = entry with { Stamp = stamp };
        return true;
    }

    private LearnedLanguage Of(string language) => languages.GetOrAdd(language, static _ => new LearnedLanguage());

    private async Task BringInLineAsync(RoslynSnapshot snapshot, DocumentPath path, CancellationToken cancellationToken)
    {
        var before = entries.GetValueOrDefault(path);
        var isOpen = snapshot.Buffers.ContainsKey(path);
        var isCompiled = snapshot.TryGetDocument(path, out var document) && !isOpen;
        // C# that no project compiles is not this workspace's code.
        var onDisk = isOpen || (path.IsCSharp && !isCompiled) ? default : FileStamp.Of(path);
        if (!isOpen && !isCompiled && onDisk.Length is 0 or > LargestText * 2L)
        {
            Forget(path);
            return;
        }

        var kept = before is null && recalled is not null && recalled.TryFind(path, out var found) ? found : null;
        // Reading a file only to see that it is the same would be most of the work; a text that is there anyway tells for sure.
        if (onDisk != default && !(isCompiled && document!.TryGetText(out _)))
        {
            if (onDisk == before?.Stamp || (onDisk == kept?.Stamp && TryTakeUp(kept, onDisk))) return;
        }

        var text = await snapshot.GetTextAsync(path, cancellationToken);
        if (text is null || text.Length > LargestText)
        {
            Forget(path);
            return;
        }

        var hash = text.GetContentHash();
        // What the solution holds was read at another time than the stamp.
        var stamp = isCompiled ? default : onDisk;
        if (before is not null && before.Hash.AsSpan().SequenceEqual(hash.AsSpan()))
        {
            if (!isCompiled) entries[path] = before with { Stamp = stamp };
            return;
        }

        if (kept is not null && kept.Hash.AsSpan().SequenceEqual(hash.AsSpan()) && TryTakeUp(kept, onDisk == kept.Stamp ? onDisk : stamp)) return;
        Learn(path, text, hash, stamp, before);
    }

    private bool TryTakeUp(KeptDocument kept, FileStamp stamp)
    {
        var rules = LexicalRules.For(kept.Path);
        if (recalled is null || rules.Name != kept.Language) return false;
        try
        {
            // Each is good until the other is asked for.
            var tokens = recalled.TokensOf(kept, Lexicon).ToArray();
            Learn(kept.Path, rules, tokens, recalled.DocumentationOf(kept, Lexicon), kept.Hash, stamp);
            return true;
        }
        catch (InvalidDataException)
        {
            // Its checksum is right and it makes no sense: somebody made it. Reading the texts is always right.
            recalled = null;
            return false;
        }
    }

    private void Learn(DocumentPath path, SourceText source, ImmutableArray<byte> hash, FileStamp stamp, Entry? before)
    {
        var text = source.ToString();
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            Forget(path);
            return;
        }

        var rules = LexicalRules.For(path);
        var tokens = TokenReader.Read(text, rules, FileNames.Of(path), Lexicon);
        int[] documentation = rules.IsCSharp ? TokenReader.Read(DocumentationText.Of(text), LexicalRules.Documentation, FileNames.Of(path), Lexicon) : [];
        if (before is not null && Of(before.Rules).Store.Current.TokensOf(before.Stored).SequenceEqual(tokens) && DocumentationOf(before).SequenceEqual(documentation))
        {
            // Only another comment or white space changed.
            entries[path] = before with { Hash = hash, Stamp = stamp };
            Changed(path);
            return;
        }

        Forget(path);
        Learn(path, rules, tokens, documentation, hash, stamp);
    }

    private void Learn(DocumentPath path, LexicalRules rules, ReadOnlySpan<int> tokens, ReadOnlySpan<int> documentation, ImmutableArray<byte> hash, FileStamp stamp)
    {
        var language = Of(rules);
        var stored = language.Store.Learn(path, tokens);
        if (rules.IsCSharp) Usage.Learn(tokens, Lexicon);
        else language.CountWords(tokens, Lexicon, 1);
        entries[path] = new Entry(rules, hash, stamp, stored, documentation.IsEmpty ? null : Of(LexicalRules.Documentation).Store.Learn(path, documentation));
        Changed(path);
    }

    private void Forget(DocumentPath path)
    {
        if (!entries.TryRemove(path, out var entry)) return;
        var language = Of(entry.Rules);
        var tokens = language.Store.Current.TokensOf(entry.Stored);
        if (entry.Rules.IsCSharp) Usage.Unlearn(tokens, Lexicon);
        else language.CountWords(tokens, Lexicon, -1);
        language.Store.Forget(entry.Stored);
        if (entry.Documentation is { } documentation) Of(LexicalRules.Documentation).Store.Forget(documentation);
        Changed(path);
    }

    private void Changed(DocumentPath path)
    {
        if (run.Path != path) run = new Run(path, Version);
        Interlocked.Increment(ref version);
    }

    private ReadOnlySpan<int> DocumentationOf(Entry entry) => entry.Documentation is { } documentation ? Of(LexicalRules.Documentation).Store.Current.TokensOf(documentation) : [];

    private sealed record Run(DocumentPath Path, long From);

    // A stamp is there only where the file with this stamp is known to hold exactly this text.
    private sealed record Entry(LexicalRules Rules, ImmutableArray<byte> Hash, FileStamp Stamp, StoredDocument Stored, StoredDocument? Documentation);
}
