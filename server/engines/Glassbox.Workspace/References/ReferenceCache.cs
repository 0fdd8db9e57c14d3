using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Glassbox.Workspace.References;

/// <summary>One reference object for one state of an assembly on disk, shared by every project of the process.</summary>
internal static class ReferenceCache
{
    private static readonly ConcurrentDictionary<string, (DateTime Written, PortableExecutableReference Reference)> Known =
        new(StringComparer.Ordinal);

    /// <summary>The reference for an assembly, or null when there is no such file.</summary>
    public static PortableExecutableReference? TryGet(string path)
    {
        DateTime written;
        try
        {
            if (!File.Exists(path)) return null;
            written = File.GetLastWriteTimeUtc(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        return Known.AddOrUpdate(
            path,
            static (added, time) => (time, new FileReference(added)),
            static (same, known, time) => known.Written == time ? known : (time, new FileReference(same)),
            written).Reference;
    }
}
