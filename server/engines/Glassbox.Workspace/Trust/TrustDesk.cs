using System.Collections.Concurrent;
using System.Collections.Immutable;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Sessions;

namespace Glassbox.Workspace.Trust;

/// <summary>What is decided about each folder of a session; asks where nothing is.</summary>
internal sealed class TrustDesk(SessionOptions options, TrustStore store, EventPump events, MessageBoard messages)
{
    private readonly ConcurrentDictionary<DocumentPath, TrustDecision> decisions = [];
    private readonly ConcurrentDictionary<DocumentPath, bool> asked = [];

    /// <summary>The decision about a folder.</summary>
    public TrustDecision DecisionOn(DocumentPath folder) =>
        decisions.TryGetValue(folder, out var decision) ? decision
        : options.Trust != TrustDecision.Undecided ? options.Trust
        : store.DecisionOn(folder);

    /// <summary>True when MSBuild may evaluate the folder's projects now; asks, once, when nobody said.</summary>
    public bool MayEvaluate(DocumentPath folder, ImmutableArray<string> projects)
    {
        var decision = DecisionOn(folder);
        if (decision == TrustDecision.Trusted) return true;
        if (decision == TrustDecision.Undecided && options.CanAskForTrust)
        {
            if (asked.TryAdd(folder, true)) events.Post(listener => listener.OnTrustNeeded(new TrustQuestion(folder, projects)));
        }
        else
        {
            messages.Note("untrusted|" + folder.Value, LackOf(folder));
        }

        return false;
    }

    /// <summary>Takes an answer; true when evaluation may now go on.</summary>
    public bool Decide(TrustAnswer answer)
    {
        asked[answer.Folder] = true;
        var decision = answer.Decision == TrustDecision.Trusted ? TrustDecision.Trusted : TrustDecision.Untrusted;
        var before = DecisionOn(answer.Folder);
        decisions[answer.Folder] = decision;
        if (answer is { Remember: true, Decision: not TrustDecision.Undecided } && !store.TryRemember(answer.Folder, answer.Decision))
            messages.Warn("trust-unwritten", "The answer counts for this session, but it could not be written to the state folder: see that the folder can be written and the disk is not full.");
        if (decision == TrustDecision.Trusted) return before != TrustDecision.Trusted;
        messages.Note("untrusted|" + answer.Folder.Value, LackOf(answer.Folder));
        return false;
    }

    private static string LackOf(DocumentPath folder) =>
        $"{folder.Name} is not trusted, so its projects are read as data without running MSBuild: what targets, tasks and packages add " +
        "to a build (generated files, conditions that only MSBuild can compute, further target frameworks) is missing. Trust the folder to have it.";
}
