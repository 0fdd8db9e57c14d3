using Glassbox.Contracts.Session;
using Glassbox.Contracts.Text;

namespace Glassbox.Completion.Corpus.Storage;

/// <summary>Carries what was learned from session to session. Whatever goes wrong costs time only: then it is learned again.</summary>
/// <param name="folder">Where it is kept.</param>
/// <param name="learned">What is learned; nobody learns while this works.</param>
/// <param name="time">Tells which files were written just now.</param>
internal sealed class LearnedMemory(LearnedFolder folder, LearnedDocuments learned, TimeProvider time)
{
    private (string File, long Version) kept = ("", -1);
    private bool complained;

    /// <summary>Takes up what was kept.</summary>
    /// <returns>A line for the log, or null.</returns>
    public CoreMessage? Recall(IReadOnlyCollection<DocumentPath> folders)
    {
        // Files without a workspace are learned in no time.
        if (folders.Count == 0) return null;
        var file = folder.FileOf(folders);
        var state = folder.Read(file, out var found);
        learned.Import(found);
        return state switch
        {
            LearnedFileState.Good or LearnedFileState.Absent => null,
            LearnedFileState.OtherBuild => new CoreMessage(MessageLevel.Information, $"Another version of Glassbox kept what it learned of this workspace ('{file}'); it is learned anew.", Key: null, Show: false),
            LearnedFileState.Unreadable => new CoreMessage(MessageLevel.Warning, $"What was learned of this workspace cannot be read from '{file}'; it is learned anew.", Key: null, Show: false),
            _ => new CoreMessage(MessageLevel.Warning, $"What was learned of this workspace is damaged in '{file}'; it is learned anew, and the file replaced.", Key: null, Show: false),
        };
    }

    /// <summary>Keeps what is learned now.</summary>
    /// <returns>A line for the log, once; or null.</returns>
    public CoreMessage? Keep(IReadOnlyCollection<DocumentPath> folders, CancellationToken cancellationToken)
    {
        if (folders.Count == 0) return null;
        var now = (folder.FileOf(folders), learned.Version);
        if (now == kept) return null;
        var writer = learned.Export(time, cancellationToken);
        var failure = writer.IsTooLarge ? "It would be too large." : folder.Write(now.Item1, writer.ToBytes());
        // Whatever has changed by then is read again anyway; no use in trying at every pause.
        kept = now;
        // Everything that will be asked for has been by now.
        learned.Import(null);
        if (failure is null || complained) return null;
        complained = true;
        return new CoreMessage(
            MessageLevel.Warning, $"What was learned of this workspace cannot be kept in '{now.Item1}': {failure} The next session learns it anew.", Key: null, Show: false);
    }
}
