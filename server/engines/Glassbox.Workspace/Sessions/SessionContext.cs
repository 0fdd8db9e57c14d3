using System.Collections.Concurrent;
using System.Collections.Immutable;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Evaluation;
using Glassbox.Workspace.Loose;
using Glassbox.Workspace.References;
using Glassbox.Workspace.Trust;
using Microsoft.CodeAnalysis;

namespace Glassbox.Workspace.Sessions;

/// <summary>What the parts of one session share.</summary>
internal sealed class SessionContext(SessionStore store, MessageBoard messages, WorkList work, TrustDesk trust, ReferencePacks packs)
{
    private readonly ConcurrentDictionary<(string Path, string Framework), ProjectId> ids = [];
    private volatile WorkspaceSettings settings = new();

    /// <summary>The state.</summary>
    public SessionStore Store => store;

    /// <summary>What is ready to be asked about.</summary>
    public Warmth Warmth { get; } = new();

    /// <summary>What the user is told.</summary>
    public MessageBoard Messages => messages;

    /// <summary>What the user sees running.</summary>
    public WorkList Work => work;

    /// <summary>Who may be evaluated.</summary>
    public TrustDesk Trust => trust;

    /// <summary>The installed reference assemblies.</summary>
    public ReferencePacks Packs => packs;

    /// <summary>Gives loose files a place.</summary>
    public LoosePlanner Loose { get; } = new(packs);

    /// <summary>The settings in effect.</summary>
    public WorkspaceSettings Settings
    {
        get => settings;
        set => settings = value;
    }

    /// <summary>The workspace's folders, in the client's order.</summary>
    public ImmutableList<DocumentPath> Folders { get; set; } = [];

    /// <summary>The last walk through each folder.</summary>
    public ConcurrentDictionary<DocumentPath, FileTree> Trees { get; } = [];

    /// <summary>Longer files are not analyzed.</summary>
    public long MaxBytes => settings.MaxFileSizeKiB * 1024L;

    /// <summary>Files up to this length are still compiled, so that others can use what they declare.</summary>
    public long MaxCompiledBytes => 4 * MaxBytes;

    /// <summary>The id of a project file for one framework, the same as long as the session lives.</summary>
    public ProjectId IdOf(string path, string framework = "") => ids.GetOrAdd((path, framework), static key => ProjectId.CreateNewId(key.Path));

    /// <summary>The innermost workspace folder of a file, or null.</summary>
    public DocumentPath? FolderOf(DocumentPath path)
    {
        DocumentPath? best = null;
        foreach (var folder in Folders)
        {
            if (path.IsUnder(folder) && (best is null || folder.Value.Length > best.Value.Value.Length)) best = folder;
        }

        return best;
    }

    /// <summary>The name of the group that a file without a project belongs to.</summary>
    public string LooseRootOf(DocumentPath path) =>
        FolderOf(path)?.Value ?? (path.IsFile ? Path.GetDirectoryName(path.Value) ?? path.Value : "untitled:");
}
