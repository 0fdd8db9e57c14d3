using System.Collections.Concurrent;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.NextEdit;

/// <summary>The trails of all open documents. Written in the order of the changes, read by anyone.</summary>
internal sealed class EditMemory
{
    // Beyond this a text is data, and looking for like places in it would be felt.
    private const int LargestText = 1 << 20;

    private readonly ConcurrentDictionary<DocumentPath, EditTrail> trails = new();

    /// <summary>Notes a change.</summary>
    public void Note(DocumentChange change, SourceText before, SourceText after)
    {
        if (before.Length > LargestText || after.Length > LargestText)
        {
            Forget(change.Path);
            return;
        }

        // Invariant: a trail belongs to one text. Where a change was missed, it begins anew.
        var known = trails.GetValueOrDefault(change.Path);
        var trail = known is not null && ReferenceEquals(known.Text, before) ? known : EditTrail.Empty(before);
        trails[change.Path] = trail.Note(change.Edits, after);
    }

    /// <summary>Forgets a document.</summary>
    public void Forget(DocumentPath path) => trails.TryRemove(path, out _);

    /// <summary>The trail that led to a text; null where the newest text is another.</summary>
    public EditTrail? Find(DocumentPath path, SourceText text) =>
        trails.TryGetValue(path, out var trail) && ReferenceEquals(trail.Text, text) ? trail : null;
}
