using Glassbox.Contracts.Session;

namespace Glassbox.Contracts.Engines;

/// <summary>Documents and projects.</summary>
public interface IWorkspaceEngine
{
    /// <summary>Begins a session's view of the workspace; loading goes on in the background.</summary>
    /// <param name="options">Folders, settings, trust.</param>
    /// <param name="events">Told of progress, problems and changes, from any thread, in order.</param>
    IWorkspaceSession OpenSession(SessionOptions options, IWorkspaceEvents events);
}
