using System.Collections.Immutable;
using Glassbox.Completion.Corpus;
using Glassbox.Completion.CSharp.Texts;
using Glassbox.Completion.Describe;
using Glassbox.Completion.Feedback;
using Glassbox.Completion.Lexing;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.CSharp;

/// <summary>Popup completion in C#.</summary>
internal sealed class CSharpPopup(PopupRanking ranking, LearnedDocuments learned, UserFeedback feedback, AnswerRing answers, TimeProvider clock)
{
    private volatile PopupSession? last;

    // Grows with either.
    private long Learned => learned.Version + feedback.Version;

    /// <summary>What was asked for last.</summary>
    internal PopupSession? Last => last;

    /// <summary>True where the session of a place is kept.</summary>
    public bool Knows(DocumentPath path, Document document, SourceText text, int cursor) =>
        last is { } known && known.Site.WordStart == cursor && known.Learned == Learned && known.Serves(path, document, text, cursor, cursor);

    /// <summary>The session of a place, for whoever wants to know what fits there; null where nothing is offered.</summary>
    public Task<PopupSession?> FindAsync(DocumentPath path, Document document, SourceText text, int cursor, CancellationToken cancellationToken) =>
        SessionAsync(path, document, text, cursor, null, cancellationToken);

    public async Task<CompletionAnswer> CompleteAsync(
        Document document, CompletionQuery query, CompletionSettings settings, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var text = await document.GetTextAsync(cancellationToken);
        var cursor = text.OffsetAt(query.Position);
        var session = await SessionAsync(query.Path, document, text, cursor, query.TriggerCharacter, cancellationToken);
        if (session is null || session.Entries.IsEmpty && !session.OffersImports) return CompletionAnswer.None(query.Position);

        var start = session.Site.WordStart;
        var typed = text.ToString(TextSpan.FromBounds(start, cursor));
        var withImports = settings.ImportCompletion && session.OffersImports;
        var onlyMatching = withImports || session.Entries.Length > settings.MaxItems;
        var ranked = ranking.Rank(session, typed, withImports, onlyMatching, cancellationToken);
        var shown = Math.Min(ranked.Count, settings.MaxItems);

        var replace = new TextRange(text.PositionAt(start), text.PositionAt(cursor));
        var candidates = ImmutableArray.CreateBuilder<CompletionCandidate>(shown);
        // In text places scores are no likelihoods. Where a new name may be meant, nothing is chosen in its stead.
        var chosen = session.Site.MayBeNewName ? Likely.None : Likely.Mark(ranked, session.Prediction is not null);
        var writer = new CandidateWriter(session, text, CallSnippets.Fit(session.Site, text, cursor) && settings.ParameterSnippets);
        for (var i = 0; i < shown; i++) candidates.Add(writer.Write(ranked[i], i, i == chosen));

        NoteShown(session, text, typed.Length, candidates);
        var id = answers.Add(session);
        var provenance = Provenance.Local("usage-counts", clock.GetElapsedTime(began).TotalMilliseconds);

        // Filtered to what is typed, the list is only good for what is typed.
        return new CompletionAnswer(replace, candidates.MoveToImmutable(), onlyMatching, id, provenance) { CommitCharacters = CommitSets.At(session.Site) };
    }

    private async Task<PopupSession?> SessionAsync(
        DocumentPath path, Document document, SourceText text, int cursor, char? trigger, CancellationToken cancellationToken)
    {
        var start = cursor;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(text[start - 1])) start--;
        var end = cursor;
        while (end < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[end])) end++;

        if (last is { } known && known.Serves(path, document, text, start, end)) return known.Learned == Learned ? known : last = WithScores(known, path);

        if (await document.GetSyntaxTreeAsync(cancellationToken) is not { } tree) return null;
        var root = await tree.GetRootAsync(cancellationToken);
        if (NonCode.Contains(root, text, cursor)) return await TextSessionAsync(path, document, root, text, cursor, cancellationToken);
        if ((start < cursor && char.IsDigit(text[start])) || (trigger is { } typed && !Triggers.Fit(typed, root, text, cursor))) return null;
        var site = CSharpSite.At(tree, root, text, cursor, cancellationToken);
        var session = await PopupBuilder.BuildAsync(path, document, site, cancellationToken);
        return last = WithScores(session, path);
    }

    // Not kept: most of it is cheap, and the word that is typed is not one of the language.
    private static async Task<PopupSession?> TextSessionAsync(
        DocumentPath path, Document document, SyntaxNode root, SourceText text, int cursor, CancellationToken cancellationToken)
    {
        if (await TextPlaces.AtAsync(document, root, text, cursor, cancellationToken) is not { } found) return null;
        return new PopupSession(path, document, CSharpSite.InText(root, text, found.Start, cursor), found.Entries, null, OffersImports: false)
        {
            Scores = [.. found.Entries.Select(entry => (double)entry.Proximity)],
        };
    }

    // What fits stays while one word is being typed; what is known of its use may grow meanwhile.
    private PopupSession WithScores(PopupSession session, DocumentPath path)
    {
        var version = Learned;
        var site = session.Site;
        session = session with { Learned = version };
        return WithFeedback(ranking.Score(session, learned.EvidenceAt(path, site.Text, site.WordStart, site.WordEnd, LexicalRules.CSharp)));
    }

    // What the user took and took out again at such places; scores are logarithms.
    private PopupSession WithFeedback(PopupSession session)
    {
        if (session.Evidence is not { } evidence) return session;
        session = session with { Context = ContextKey.Of(evidence.Buffer) };
        return !feedback.Knows(session.Context)
            ? session
            : session with { Scores = [.. session.Scores.Select((score, i) => score + Math.Log(feedback.FactorOf(session.Context, session.Entries[i].Label)))] };
    }

    private void NoteShown(PopupSession session, SourceText text, int typed, ImmutableArray<CompletionCandidate>.Builder candidates)
    {
        if (session.Evidence is null) return;
        var names = ImmutableArray.CreateRange(candidates.Select(candidate => candidate.Label));
        feedback.NoteOffer(session.Path, text, new PopupOffer(session.Site.WordStart, typed, session.Context, names));
    }
}
