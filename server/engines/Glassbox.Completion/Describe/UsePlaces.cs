using Glassbox.Completion.Corpus;
using Glassbox.Completion.Lexing;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Describe;

/// <summary>
/// Where something was written last: before the cursor in its own file, else the newest in its folder, else the newest anywhere.
/// Asked for what is shown of one candidate, not while candidates are ranked.
/// </summary>
internal sealed class UsePlaces(LearnedDocuments learned)
{
    // Where the newest documents with a name do not use it in the way that is asked for, older ones are not worth the wait.
    private const int MostDocuments = 60;

    // Tokens; a document that is as long is not read again for a line number while somebody waits.
    private const int LongestDocument = 100_000;

    /// <summary>The last use of a name in C#; null where none is found.</summary>
    public async Task<UsePlace?> LastAsync(RoslynSnapshot snapshot, DocumentPath path, SourceText text, int wordStart, UseKind use, CancellationToken cancellationToken)
    {
        var rules = LexicalRules.CSharp;
        var own = TokenReader.Read(text.ToString(new TextSpan(0, wordStart)), rules, FileNames.Of(path), new Known(learned.Lexicon));
        var number = learned.Lexicon.Find(use.Name);
        if (number == 0) return null;
        if (LastIn(own, use, number) is var index and >= 0) return Place(path, TokenLines.Find(text, 0, wordStart, rules, index, use.Name));

        var folder = FolderOf(path);
        (StoredDocument Document, int Index)? elsewhere = null;
        var stream = learned.Of(rules).Store.Current;
        var read = 0;
        foreach (var document in stream.Documents().Reverse())
        {
            var isNear = FolderOf(document.Source) == folder;
            if (document.Source == path || (elsewhere is not null && !isNear)) continue;
            cancellationToken.ThrowIfCancellationRequested();
            var (start, end) = stream.RangeOf(document);
            var tokens = stream.Tokens.AsSpan(start, end - start);
            if (!Uses(tokens, number, use.IsMember)) continue;
            if (read++ == MostDocuments) break;
            if (LastIn(tokens, use, number) is not (var found and >= 0)) continue;
            if (!isNear) elsewhere = (document, found);
            else if (await FindAsync(snapshot, document, found, use.Name, rules, cancellationToken) is { } near) return near;
        }

        return elsewhere is { } other ? await FindAsync(snapshot, other.Document, other.Index, use.Name, rules, cancellationToken) : null;
    }

    /// <summary>The last of the places that the contexts found.</summary>
    public async Task<UsePlace?> LastAsync(RoslynSnapshot snapshot, CursorText at, ContextEvidence evidence, IEnumerable<Occurrence> places, CancellationToken cancellationToken)
    {
        var folder = FolderOf(at.Path);
        var last = places.OrderBy(Distance).ThenByDescending(place => place.Place).Cast<Occurrence?>().FirstOrDefault();
        return last is { } one ? await FindAsync(snapshot, at, evidence, one, cancellationToken) : null;

        int Distance(Occurrence place) => place.Origin switch
        {
            TokenOrigin.Before => 0,
            TokenOrigin.After => 1,
            _ => evidence.DocumentOf(place) is { } document && FolderOf(document.Source) == folder ? 2 : 3,
        };
    }

    /// <summary>Which place a ghost text is like: "like Orders.cs:88 and 3 other places"; null where none is found.</summary>
    /// <param name="snapshot">Holds the texts.</param>
    /// <param name="at">The cursor.</param>
    /// <param name="evidence">What is known of it.</param>
    /// <param name="written">What would stand at the cursor, the word that is begun there included.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<string?> LikeAsync(RoslynSnapshot snapshot, CursorText at, ContextEvidence evidence, string written, CancellationToken cancellationToken)
    {
        var tokens = CodeLexer.Read(written, at.Rules);
        if (tokens.Count == 0) return null;
        var first = evidence.Buffer.Find(tokens[0].In(written));
        var places = new List<Occurrence>();
        evidence.Find(evidence.Buffer.Before, places);
        var like = places.Where(place => first != 0 && Token.NumberOf(place.Next) == first && place.Likeness.Alike > 1).OrderByDescending(place => GoesOnAlike(place)).ThenByDescending(place => place.Weight).ToList();
        if (like.Count == 0 || await FindAsync(snapshot, at, evidence, like[0], cancellationToken) is not { } best) return null;
        return like.Count switch
        {
            1 => $"like {best}",
            2 => $"like {best} and one other place",
            _ => $"like {best} and {like.Count - 1} other places",
        };

        // How many further tokens are written there, too; names may be others.
        int GoesOnAlike(Occurrence place)
        {
            var there = evidence.TokensOf(place.Origin);
            var length = 1;
            while (length < tokens.Count && place.Place + length < there.Length && IsSame(there[place.Place + length], tokens[length])) length++;
            return length;
        }

        bool IsSame(int token, CodeToken here) =>
            !Token.IsBreak(token) && ((here.Kind == CodeTokenKind.Identifier && Token.IsName(token)) || here.In(written).SequenceEqual(evidence.Buffer.TextOf(Token.NumberOf(token))));
    }

    private static async Task<UsePlace?> FindAsync(RoslynSnapshot snapshot, CursorText at, ContextEvidence evidence, Occurrence place, CancellationToken cancellationToken)
    {
        var tokens = evidence.TokensOf(place.Origin);
        // A document that was forgotten since is blank.
        if (tokens[place.Place] == Token.Gap || !Lexicon.IsText(Token.NumberOf(tokens[place.Place]))) return null;
        var token = evidence.Buffer.TextOf(Token.NumberOf(tokens[place.Place]));
        switch (place.Origin)
        {
            // Counted from the cursor: of a long buffer only what is near it is read.
            case TokenOrigin.Before:
                return Place(at.Path, TokenLines.Find(at.Text, 0, at.WordStart, at.Rules, place.Place - tokens.Length, token));
            case TokenOrigin.After:
                return Place(at.Path, TokenLines.Find(at.Text, at.WordEnd, at.Text.Length, at.Rules, place.Place, token));
            default:
                if (evidence.DocumentOf(place) is not { } document) return null;
                // Gaps stand between documents.
                var start = tokens[..place.Place].LastIndexOf(Token.Gap) + 1;
                return await FindAsync(snapshot, document, place.Place - start, token, at.Rules, cancellationToken);
        }
    }

    private static async Task<UsePlace?> FindAsync(
        RoslynSnapshot snapshot, StoredDocument document, int index, string token, LexicalRules rules, CancellationToken cancellationToken)
    {
        if (document.Length > LongestDocument || await snapshot.GetTextAsync(document.Source, cancellationToken) is not { } text) return null;
        return Place(document.Source, TokenLines.Find(text, 0, text.Length, rules, index, token));
    }

    private static UsePlace? Place(DocumentPath path, int? line) => line is { } known ? new UsePlace(path, known) : null;

    private static string FolderOf(DocumentPath path) => path.Value[..(path.Value.LastIndexOfAny(['/', '\\']) + 1)];

    private static bool Uses(ReadOnlySpan<int> tokens, int number, bool asMember)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (Token.NumberOf(tokens[i]) == number && IsBehindDot(tokens, i) == asMember) return true;
        }

        return false;
    }

    private static bool IsBehindDot(ReadOnlySpan<int> tokens, int at) => at > 0 && Token.NumberOf(tokens[at - 1]) is Lexicon.Dot or Lexicon.ConditionalDot;

    // As UsageReader counts them.
    private int LastIn(ReadOnlySpan<int> tokens, UseKind use, int number)
    {
        Dictionary<int, ulong>? origins = null;
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            if (Token.NumberOf(tokens[i]) != number || IsBehindDot(tokens, i) != use.IsMember) continue;
            if (use.Origin is not { } origin) return i;
            if (origins is null) Origins.Read(tokens, new Known(learned.Lexicon), origins = []);
            var before = i - 2;
            while (before >= 0 && Token.IsBreak(tokens[before])) before--;
            if (before < 0) continue;
            var receiver = Token.NumberOf(tokens[before]);
            if (origins.TryGetValue(receiver, out var found) ? found == origin : (learned.Lexicon.TraitsOf(receiver) & WordTraits.Upper) != 0 && Origins.OfType(receiver) == origin) return i;
        }

        return -1;
    }

    // Words that nobody learned were used nowhere.
    private readonly struct Known(Lexicon lexicon) : ITokenNumbers
    {
        public int NumberOf(ReadOnlySpan<char> text) => lexicon.Find(text);

        public WordTraits TraitsOf(int number) => lexicon.TraitsOf(number);
    }
}
