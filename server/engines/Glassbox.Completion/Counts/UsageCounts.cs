using System.Runtime.InteropServices;

namespace Glassbox.Completion.Counts;

/// <summary>How often the workspace uses a name, alone and after a dot. Safe to read while it learns.</summary>
internal sealed class UsageCounts
{
    private readonly Dictionary<ulong, int> counts = [];
    private readonly Lock gate = new();

    /// <summary>How often a name stands alone.</summary>
    public int OfName(string name) => Of(UsageSummary.NameKey(name));

    /// <summary>How often a member's name follows a dot.</summary>
    public int OfMember(string name) => Of(UsageSummary.MemberKey(name));

    /// <summary>How often it follows a receiver of this type.</summary>
    public int OfMember(string receiverType, string name) => Of(UsageSummary.MemberKey(receiverType, name));

    /// <summary>How often it follows the result of calling a member of this name.</summary>
    public int OfChained(string called, string name) => Of(UsageSummary.ChainKey(called, name));

    /// <summary>How often it is the next member that is used on a receiver of this name.</summary>
    public int OfNext(string receiver, string previous, string name) => Of(UsageSummary.NextKey(receiver, previous, name));

    /// <summary>Adds a document's counts.</summary>
    public void Learn(UsageSummary summary)
    {
        lock (gate)
        {
            foreach (var (key, count) in summary.Counts) CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) += count;
        }
    }

    /// <summary>Takes away what <see cref="Learn"/> added for the same summary.</summary>
    /// <exception cref="InvalidOperationException">The summary was not learned.</exception>
    public void Unlearn(UsageSummary summary)
    {
        lock (gate)
        {
            foreach (var (key, count) in summary.Counts)
            {
                var rest = counts.GetValueOrDefault(key) - count;
                if (rest < 0) throw new InvalidOperationException("Counts of a document that was not learned cannot be unlearned.");
                if (rest == 0) counts.Remove(key);
                else counts[key] = rest;
            }
        }
    }

    /// <summary>Everything that is counted, for comparison.</summary>
    internal Dictionary<ulong, int> ToDictionary()
    {
        lock (gate) return new Dictionary<ulong, int>(counts);
    }

    private int Of(ulong key)
    {
        lock (gate) return counts.GetValueOrDefault(key);
    }
}
