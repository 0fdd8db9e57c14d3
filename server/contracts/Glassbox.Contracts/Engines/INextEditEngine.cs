using System.Collections.Immutable;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Engines;

/// <summary>
/// Remembers what the user just changed in the open documents of one session, and offers the same at the next place that
/// looks alike. Everything that it offers was applied to a fork first and brought no new error.
/// </summary>
public interface INextEditEngine
{
    /// <summary>Notes a change. Short, since it runs between two keystrokes; calls come in the order of the changes.</summary>
    /// <param name="before">The snapshot that the change was made to.</param>
    /// <param name="change">The change.</param>
    /// <param name="after">The snapshot with the change.</param>
    /// <returns>The suggestions that the change took, usually none.</returns>
    ImmutableArray<AcceptedSuggestion> NoteChange(ISnapshot before, DocumentChange change, ISnapshot after);

    /// <summary>Forgets what was changed in a document: it was closed, or set anew.</summary>
    void Forget(DocumentPath path);

    /// <summary>The next place; null where there is none, where the engine is unsure, or where the text is not the newest.</summary>
    Task<NextEditSuggestion?> SuggestAsync(ISnapshot snapshot, NextEditQuery query, NextEditSettings settings, CancellationToken cancellationToken);

    /// <summary>The next place as ghost text: where it is a pure insertion at the cursor, or what is left of one that the user has begun to type.</summary>
    Task<GhostText?> CompleteInlineAsync(ISnapshot snapshot, GhostTextQuery query, NextEditSettings settings, CancellationToken cancellationToken);

    /// <summary>The actions that apply the edit at the next place and at all places, wherever in the document the cursor is.</summary>
    Task<ImmutableArray<CodeActionOffer>> ListActionsAsync(
        ISnapshot snapshot, DocumentPath path, TextRange range, NextEditSettings settings, CancellationToken cancellationToken);

    /// <summary>The edit of one of these actions; refused when the text is no longer the one that it was listed for.</summary>
    Task<CodeActionEdit> ResolveActionAsync(ISnapshot snapshot, CodeActionId action, NextEditSettings settings, CancellationToken cancellationToken);
}
