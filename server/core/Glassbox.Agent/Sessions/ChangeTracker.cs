using Glassbox.Contracts.Text;

namespace Glassbox.Agent.Sessions;

/// <summary>Collects what changed until someone deals with it.</summary>
internal sealed class ChangeTracker
{
    private readonly Lock gate = new();
    private HashSet<DocumentPath> paths = [];
    private bool everything;

    /// <summary>Notes changed documents, or, with null, that anything may have changed.</summary>
    public void Note(IReadOnlyCollection<DocumentPath>? changed)
    {
        lock (gate)
        {
            if (changed is null) everything = true;
            else paths.UnionWith(changed);
        }
    }

    /// <summary>Takes what was noted and begins anew.</summary>
    public (bool Everything, IReadOnlyCollection<DocumentPath> Paths) Take()
    {
        lock (gate)
        {
            var taken = (everything, (IReadOnlyCollection<DocumentPath>)paths);
            (everything, paths) = (false, []);
            return taken;
        }
    }
}
