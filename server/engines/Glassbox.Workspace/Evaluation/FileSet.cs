using System.Collections.Immutable;

namespace Glassbox.Workspace.Evaluation;

/// <summary>
/// Which files a project compiles, as the includes and removes that say so; it answers for files that do not exist yet,
/// so that a new file joins its project without reading the project again.
/// </summary>
internal sealed class FileSet(ImmutableArray<FileSet.Step> steps)
{
    /// <summary>No file at all.</summary>
    public static FileSet Empty { get; } = new([]);

    /// <summary>True when a file of this path belongs to the set.</summary>
    public bool Contains(string path)
    {
        var isIn = false;
        foreach (var step in steps)
        {
            if (step.IsRemove)
            {
                isIn = isIn && !step.Patterns.Any(pattern => pattern.Matches(path));
            }
            else if (!isIn)
            {
                isIn = step.Patterns.Any(pattern => pattern.Matches(path)) && !step.Excludes.Any(pattern => pattern.Matches(path));
            }
        }

        return isIn;
    }

    /// <summary>The files of the set that exist, in order of path.</summary>
    /// <param name="tree">The files already known.</param>
    public ImmutableArray<string> List(FileTree tree)
    {
        var candidates = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var step in steps.Where(step => !step.IsRemove))
        {
            foreach (var pattern in step.Patterns)
            {
                if (pattern.IsLiteral)
                {
                    if (File.Exists(pattern.Root)) candidates.Add(pattern.Root);
                }
                else
                {
                    candidates.UnionWith(tree.CSharpUnder(pattern.Root).Where(pattern.Matches));
                }
            }
        }

        return [.. candidates.Where(Contains)];
    }

    /// <summary>One include (with what it excludes) or one remove.</summary>
    internal sealed record Step(bool IsRemove, ImmutableArray<Glob> Patterns, ImmutableArray<Glob> Excludes);
}
