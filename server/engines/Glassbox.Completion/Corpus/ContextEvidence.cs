using Glassbox.Completion.Corpus.Choice;
using Glassbox.Contracts.Text;

namespace Glassbox.Completion.Corpus;

/// <summary>
/// What the workspace and the buffer say about what comes next. The file's own learned copy is left out and the buffer read in
/// its place: it is newer, it is nearer, and it has a hole where the cursor is.
/// </summary>
internal sealed class ContextEvidence
{
    /// <summary>Contexts are compared no further.</summary>
    public const int Longest = 48;

    // So many places tell enough; the newest come first.
    private const int MostVisited = 300;
    private const int MostFound = 120;

    // Votes of the places that are least like the cursor's change nothing.
    private const int MostVotes = 600;

    // With so many places that share a long context, those that share less add nothing.
    private const int Enough = 100;

    /// <summary>Length of the context in which no name makes a difference.</summary>
    public const int SkeletonLength = 6;

    // Beside a line break and the classes, what Likeness.Kind tells apart.
    private const byte RenamedLocal = 8;
    private const byte RenamedName = 9;
    private const byte UntoldLocal = 10;

    private readonly TokenStream stream;
    private readonly int[] tokens;
    private readonly (int Start, int End) copy;
    private readonly string folder;
    private readonly int self;
    private readonly int subject;
    private readonly ReadOnlyMemory<int> behind;
    private readonly bool isBound;
    private readonly Dictionary<StoredDocument, bool> inFolder = [];
    private readonly int[] templatesBefore;
    private readonly int[] templatesAfter;
    private readonly Dictionary<int, int> lastSeen = [];
    private readonly List<int> recent = [];
    private readonly UsageCounts? habits;
    private readonly NextTokens next = new();
    private TokenFeatures? features;
    private Prediction? atCursor;

    /// <summary>Evidence for one cursor.</summary>
    /// <param name="store">What was learned of the language.</param>
    /// <param name="copy">What was learned of this file; null if nothing.</param>
    /// <param name="path">The file.</param>
    /// <param name="buffer">The buffer.</param>
    /// <param name="isBound">A name must mean something here; else it may come from anywhere.</param>
    /// <param name="habits">How the workspace uses names; null where that is not counted.</param>
    public ContextEvidence(TokenStore store, StoredDocument? copy, DocumentPath path, BufferTokens buffer, bool isBound = true, UsageCounts? habits = null)
    {
        Buffer = buffer;
        this.isBound = isBound;
        stream = store.Current;
        tokens = stream.Tokens;
        this.copy = stream.RangeOf(copy);
        folder = FolderOf(path);
        self = buffer.Names.Self.Length > 0 ? buffer.NumberOf(buffer.Names.Self) : 0;
        subject = buffer.Names.Subject.Length > 0 ? buffer.NumberOf(buffer.Names.Subject) : 0;
        var end = 0;
        while (end < buffer.After.Length && !Token.IsBreak(buffer.After[end])) end++;
        behind = buffer.After.AsMemory(Math.Min(end + 1, buffer.After.Length));
        templatesBefore = Array.ConvertAll(buffer.Before, Token.TemplateOf);
        templatesAfter = Array.ConvertAll(buffer.After, Token.TemplateOf);
        ReadLocals();
        this.habits = habits;
    }

    /// <summary>What is known of tokens beside what places say; null where nothing is.</summary>
    public TokenFeatures? Features => features ??= habits is null ? null : new TokenFeatures(Buffer, habits);

    /// <summary>The buffer.</summary>
    public BufferTokens Buffer { get; }

    /// <summary>What may come next at the cursor: looked up once, for whoever asks.</summary>
    public Prediction AtCursor => atCursor ??= Prediction.Of(this, Buffer.Before, []);

    /// <summary>What was learned of this file: older than the buffer.</summary>
    public ReadOnlySpan<int> LearnedCopy => tokens.AsSpan(copy.Start, copy.End - copy.Start);

    /// <summary>Names of locals of the buffer before the cursor, the nearest first.</summary>
    public IReadOnlyList<int> RecentLocals => recent;

    /// <summary>The tokens of an origin.</summary>
    public ReadOnlySpan<int> TokensOf(TokenOrigin origin) => origin switch
    {
        TokenOrigin.Before => Buffer.Before,
        TokenOrigin.After => Buffer.After,
        _ => tokens,
    };

    /// <summary>The document of the workspace that an occurrence lies in.</summary>
    public StoredDocument? DocumentOf(Occurrence occurrence) => occurrence.Origin == TokenOrigin.Workspace ? stream.DocumentAt(occurrence.Place) : null;

    /// <summary>The places that something like a context leads to.</summary>
    /// <param name="context">Tokens, the nearest last.</param>
    /// <param name="into">Cleared, then filled.</param>
    public void Find(ReadOnlySpan<int> context, List<Occurrence> into)
    {
        into.Clear();
        if (context.IsEmpty) return;
        var lineLength = 0;
        while (lineLength < context.Length && !Token.IsBreak(context[^(lineLength + 1)])) lineLength++;
        FindInBuffer(TokenOrigin.Before, context, lineLength, into);
        FindInBuffer(TokenOrigin.After, context, lineLength, into);
        FindInWorkspace(context, lineLength, into);
        if (into.Count > MostVotes) Thin(into);
    }

    /// <summary>What comes next at some places, and with which shares; see <see cref="NextTokens"/>.</summary>
    public List<(int Token, double Votes, double Levels)> SharesOf(List<Occurrence> occurrences) => next.Shares(occurrences);

    // Equal ones in an order that does not depend on chance.
    private static void Thin(List<Occurrence> all)
    {
        var weights = new double[all.Count];
        for (var i = 0; i < weights.Length; i++) weights[i] = all[i].Weight;
        Array.Sort(weights);
        var least = weights[^MostVotes];
        all.RemoveAll(one => one.Weight < least);
        if (all.Count == MostVotes) return;
        var last = all.FindAll(one => one.Weight == least);
        last.Sort(static (left, right) => left.Origin != right.Origin ? left.Origin.CompareTo(right.Origin) : right.Place.CompareTo(left.Place));
        all.RemoveAll(one => one.Weight == least);
        all.AddRange(last.Take(MostVotes - all.Count));
    }

    private void FindInBuffer(TokenOrigin origin, ReadOnlySpan<int> context, int lineLength, List<Occurrence> into)
    {
        var source = TokensOf(origin);
        var templates = origin == TokenOrigin.Before ? templatesBefore : templatesAfter;
        var nearest = Token.TemplateOf(context[^1]);
        for (var place = Array.IndexOf(templates, nearest) + 1; place > 0 && place < source.Length; place = Array.IndexOf(templates, nearest, place) + 1)
        {
            Add(origin, source, place, ContextMatch.Between(source, place, 0, context), context, lineLength, Nearness(origin, origin == TokenOrigin.Before ? source.Length - place : place), into);
        }
    }

    private void FindInWorkspace(ReadOnlySpan<int> context, int lineLength, List<Occurrence> into)
    {
        var seen = new Covered();
        var before = into.Count;
        foreach (var chain in stream.Chains)
        {
            if (into.Count - before >= Enough) return;
            var walk = chain.From(context);
            var found = 0;
            var visited = 0;
            for (; walk.Place > 0 && found < MostFound && visited < MostVisited; walk.Next())
            {
                var place = walk.Place;
                if (place >= tokens.Length || tokens[place] == Token.Gap || (place >= copy.Start && place < copy.End)) continue;
                var match = ContextMatch.Between(tokens, place, 1, context);
                if ((chain.Likeness switch { ContextLikeness.Exact => match.Exact, ContextLikeness.Alike => match.Alike, _ => match.Loose }) < chain.Length) continue;
                // Only true occurrences count: how many others share their hash depends on the table's size.
                visited++;
                if (seen.Has(place, match)) continue;
                found++;
                Add(TokenOrigin.Workspace, tokens, place, match, context, lineLength, IsInFolder(place) ? (byte)1 : (byte)0, into);
            }

            seen.Add(chain, walk.Place);
        }
    }

    private void Add(TokenOrigin origin, ReadOnlySpan<int> source, int place, ContextMatch match, ReadOnlySpan<int> context, int lineLength, byte nearness, List<Occurrence> into)
    {
        // The same word may be the file's own name there and any name here: the same all the same.
        var alike = Math.Max(match.Exact, match.Alike);
        var loose = Math.Max(alike, match.Loose);
        var following = Rename(source, place, loose, context, out var kind);
        var line = match.Exact > lineLength ? 3 : alike > lineLength ? 2 : loose > lineLength ? 1 : 0;
        var likeness = new Likeness((byte)match.Exact, (byte)alike, (byte)loose, behind.IsEmpty ? (sbyte)-1 : (sbyte)ContextMatch.Behind(source, place, behind.Span), (byte)line, nearness, kind);
        into.Add(new Occurrence(origin, place, following, likeness, VoteWeights.Of(likeness)));
    }

    // The name that stands where this one stood: found by laying the two contexts beside each other.
    private int Rename(ReadOnlySpan<int> source, int place, int loose, ReadOnlySpan<int> context, out byte how)
    {
        var token = source[place];
        var kind = Token.ClassOf(token);
        how = Token.IsBreak(token) ? (byte)0 : (byte)(1 + (int)kind);
        if (kind == TokenClass.Self) return self != 0 ? Token.Of(self, kind, Token.HasSpace(token)) : token;
        if (kind == TokenClass.Subject) return subject != 0 ? Token.Of(subject, kind, Token.HasSpace(token)) : token;
        var number = Token.NumberOf(token);
        if (kind is TokenClass.Local or TokenClass.Name && ContextMatch.BackTo(source, place, loose, number) is var back and > 0)
        {
            var ours = context[^back];
            if (Token.NumberOf(ours) != number) how = kind == TokenClass.Local ? RenamedLocal : RenamedName;
            return Token.Of(Token.NumberOf(ours), Token.ClassOf(ours), Token.HasSpace(token));
        }

        if (kind != TokenClass.Local || lastSeen.ContainsKey(number)) return token;
        how = UntoldLocal;
        // Where nothing is bound, a name that this buffer does not have yet is as good as written there.
        if (!isBound) return token;
        return Token.Of(Lexicon.AnyLocal, TokenClass.Local, Token.HasSpace(token));
    }

    // 2 to 7 before the cursor, the nearest first; 8 to 11 behind it.
    private static byte Nearness(TokenOrigin origin, int distance)
    {
        var bucket = distance < 40 ? 0 : distance < 120 ? 1 : distance < 400 ? 2 : distance < 1200 ? 3 : distance < 4000 ? 4 : 5;
        return (byte)(origin == TokenOrigin.Before ? 2 + bucket : 8 + Math.Min(bucket / 2, 3));
    }

    private bool IsInFolder(int place)
    {
        if (stream.DocumentAt(place) is not { } document) return false;
        if (!inFolder.TryGetValue(document, out var same)) inFolder[document] = same = FolderOf(document.Source) == folder;
        return same;
    }

    private static string FolderOf(DocumentPath path) => path.Value[..(path.Value.LastIndexOfAny(['/', '\\']) + 1)];

    private void ReadLocals()
    {
        for (var at = Buffer.Before.Length - 1; at >= 0; at--)
        {
            var token = Buffer.Before[at];
            if (Token.ClassOf(token) == TokenClass.Local && lastSeen.TryAdd(Token.NumberOf(token), at)) recent.Add(Token.NumberOf(token));
        }

        foreach (var token in Buffer.After)
        {
            if (Token.ClassOf(token) == TokenClass.Local) lastSeen.TryAdd(Token.NumberOf(token), -1);
        }
    }

    // What the chains that were walked have shown already: a chain is walked from the newest place down to some place.
    private struct Covered
    {
        private int alike7;
        private int exact4;
        private int alike3;
        private int exact2;
        private int skeleton;

        public Covered() => (alike7, exact4, alike3, exact2, skeleton) = (int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue);

        public readonly bool Has(int place, ContextMatch match) =>
            (match.Alike >= 7 && place > alike7) || (match.Exact >= 4 && place > exact4) || (match.Alike >= 3 && place > alike3)
            || (match.Exact >= 2 && place > exact2) || (match.Loose >= SkeletonLength && place > skeleton);

        public void Add(ContextChain chain, int downTo)
        {
            if (chain.Likeness == ContextLikeness.Skeleton) skeleton = downTo;
            else if (chain.Length == 7) alike7 = downTo;
            else if (chain.Length == 4) exact4 = downTo;
            else if (chain.Length == 3) alike3 = downTo;
            else if (chain.Length == 2) exact2 = downTo;
        }
    }
}
