using System.Collections.Immutable;
using Glassbox.Contracts.Documents;

namespace Glassbox.Contracts.Session;

/// <summary>A session's state as its face holds it, from which a core can be brought up to date.</summary>
public interface ISessionMirror
{
    /// <summary>Folders, settings and trust as they are now.</summary>
    SessionOptions Options { get; }

    /// <summary>Every open document with its whole text.</summary>
    ImmutableArray<OpenedDocument> Documents { get; }
}
