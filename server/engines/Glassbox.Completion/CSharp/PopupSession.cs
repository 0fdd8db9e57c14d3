using System.Collections.Immutable;
using Glassbox.Completion.Corpus;
using Glassbox.Completion.Describe;
using Glassbox.Contracts.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.CSharp;

/// <summary>
/// What fits a place, independent of the letters typed there: it is kept while one word is being typed, so that each
/// further letter only filters.
/// </summary>
internal sealed record PopupSession(
    DocumentPath Path,
    Document Document,
    CSharpSite Site,
    ImmutableArray<PopupEntry> Entries,
    string? ReceiverType,
    bool OffersImports) : PopupAnswer
{
    private const int CompareChunk = 4096;

    /// <summary>The receiver's type may have members that only a build generates.</summary>
    public bool ReceiverIsPartial { get; init; }

    /// <summary>What the workspace and the buffer say about the token at the place; null where nobody looked it up.</summary>
    public ContextEvidence? Evidence { get; init; }

    /// <summary>What the contexts make likely.</summary>
    public Prediction? Prediction { get; init; }

    /// <summary>What is known of each entry, see <see cref="PopupFeatures"/>; kept for evaluation.</summary>
    public double[] Features { get; init; } = [];

    /// <summary>The kind of place, see <see cref="Feedback.ContextKey"/>.</summary>
    public ulong Context { get; init; }

    /// <summary>The version of what was learned that the scores are of.</summary>
    public long Learned { get; init; }

    /// <summary>How well each entry fits, whatever is typed; natural logarithms of likelihoods.</summary>
    public ImmutableArray<double> Scores { get; init; } = [];

    /// <summary>True when nothing but the word at the cursor differs, in this document and in all others.</summary>
    public bool Serves(DocumentPath path, Document document, SourceText text, int wordStart, int wordEnd)
    {
        if (path != Path || document.Id != Document.Id || wordStart != Site.WordStart) return false;
        var after = text.Length - wordEnd;
        return after == Site.Text.Length - Site.WordEnd
            && Same(text, 0, Site.Text, 0, wordStart)
            && Same(text, wordEnd, Site.Text, Site.WordEnd, after)
            && OthersAreSame(document.Project.Solution);
    }

    private static bool Same(SourceText left, int leftAt, SourceText right, int rightAt, int length)
    {
        var one = new char[Math.Min(CompareChunk, length)];
        var two = new char[one.Length];
        for (var done = 0; done < length; done += CompareChunk)
        {
            var count = Math.Min(CompareChunk, length - done);
            left.CopyTo(leftAt + done, one, 0, count);
            right.CopyTo(rightAt + done, two, 0, count);
            if (!one.AsSpan(0, count).SequenceEqual(two.AsSpan(0, count))) return false;
        }

        return true;
    }

    private bool OthersAreSame(Solution solution)
    {
        if (solution == Document.Project.Solution) return true;
        var changes = solution.GetChanges(Document.Project.Solution);
        if (changes.GetAddedProjects().Any() || changes.GetRemovedProjects().Any()) return false;
        foreach (var project in changes.GetProjectChanges())
        {
            if (project.GetAddedDocuments().Any() || project.GetRemovedDocuments().Any()
                || project.GetAddedMetadataReferences().Any() || project.GetRemovedMetadataReferences().Any()
                || project.GetAddedProjectReferences().Any() || project.GetRemovedProjectReferences().Any()
                || project.GetChangedAdditionalDocuments().Any()
                || !Equals(project.OldProject.CompilationOptions, project.NewProject.CompilationOptions)
                || !Equals(project.OldProject.ParseOptions, project.NewProject.ParseOptions))
            {
                return false;
            }

            foreach (var changed in project.GetChangedDocuments())
            {
                if (project.NewProject.GetDocument(changed)?.FilePath != Document.FilePath) return false;
            }
        }

        return true;
    }
}
