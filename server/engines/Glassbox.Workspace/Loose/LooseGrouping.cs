using System.Collections.Immutable;

namespace Glassbox.Workspace.Loose;

/// <summary>
/// Splits loose files into compilations, so that a type that is defined twice hides nothing. The first one, the main
/// compilation, holds every file: what stands anywhere is seen from everywhere, and a type defined twice is there with the
/// members of all its definitions. Files that define such types are at home in further compilations, in which nothing is
/// defined twice; those reference the main one, and their own types come first. A folder that conflicts with what came
/// before moves as a whole, with the folders below it, because its files belong together.
/// </summary>
internal static class LooseGrouping
{
    /// <summary>A folder with more files than this is not linked as a whole into another compilation.</summary>
    private const int MaxLinked = 400;

    /// <summary>All compilations together hold at most this many times the files.</summary>
    private const int MaxGrowth = 4;

    /// <summary>Plans the compilations; the main one, with all files, comes first and always exists.</summary>
    public static ImmutableArray<LooseVariant> Plan(IEnumerable<LooseFile> files)
    {
        var folders = files.GroupBy(file => file.Directory, StringComparer.Ordinal)
            .OrderBy(folder => folder.Key, StringComparer.Ordinal)
            .Select(folder => folder.OrderBy(file => file.Path, StringComparer.Ordinal).ToList())
            .ToList();
        var parts = folders.SelectMany(folder => folder)
            .SelectMany(file => file.Declarations.Parts.Select(part => (part, file)))
            .ToLookup(pair => pair.part, pair => pair.file, StringComparer.Ordinal);
        var budget = MaxGrowth * Math.Max(MaxLinked, folders.Sum(folder => folder.Count));
        var main = new Variant();
        var others = new List<Variant>();

        for (var index = 0; index < folders.Count; index++)
        {
            var folder = folders[index];
            var rejected = folder.Where(file => !main.TryAdd(file)).ToList();
            if (rejected.Count == 0)
            {
                foreach (var file in folder) main.Homes.Add(file.Path);
                continue;
            }

            // Conflicts within the folder itself do not make its other files foreign to the main compilation.
            var isForeign = rejected.Exists(file => file.Declarations.Whole.Any(name => main.OwnerOf(name) is { } owner && owner.Directory != folder[0].Directory));
            var fitting = folder.Except(rejected).ToList();
            var below = isForeign ? Below(folders, index) : [];
            var company = fitting.Concat(below).Take(MaxLinked).ToList();
            if (company.Count > budget) company.Clear();
            var waiting = rejected;
            var isFirst = true;
            while (waiting.Count > 0)
            {
                var unit = Take(waiting, out waiting);
                var together = unit.Concat(unit.SelectMany(file => file.Declarations.Parts).SelectMany(part => parts[part])).Concat(company).Distinct().ToList();
                var variant = others.Find(candidate => unit.TrueForAll(candidate.Fits) && !candidate.Folders.Contains(folder[0].Directory));
                if (variant is null) others.Add(variant = new Variant());
                variant.Folders.Add(folder[0].Directory);
                foreach (var file in unit)
                {
                    variant.TryAdd(file);
                    variant.Homes.Add(file.Path);
                }

                foreach (var file in together.Where(variant.TryAdd))
                {
                    budget--;
                    if (isForeign && isFirst && fitting.Contains(file)) variant.Homes.Add(file.Path);
                }

                if (budget < 0) company.Clear();
                isFirst = false;
            }

            foreach (var file in fitting.Where(file => !others.Exists(variant => variant.Homes.Contains(file.Path)))) main.Homes.Add(file.Path);
        }

        if (others.Count == 0) return [main.Freeze()];
        var ambiguous = Ambiguous(folders);
        var first = main.Files.Where(file => ambiguous.Contains(file.Path)).ToList();
        return
        [
            new LooseVariant([.. folders.SelectMany(folder => folder)], [.. main.Homes.Where(path => !ambiguous.Contains(path))]),
            new LooseVariant([.. first], [.. first.Select(file => file.Path).Where(main.Homes.Contains)]),
            .. others.Select(variant => variant.Freeze()),
        ];
    }

    /// <summary>The files that define something which another file defines as well.</summary>
    private static HashSet<string> Ambiguous(List<List<LooseFile>> folders)
    {
        var definitions = folders.SelectMany(folder => folder)
            .SelectMany(file => file.Declarations.Whole.Select(name => (name, file, isWhole: true))
                .Concat(file.Declarations.Parts.Select(name => (name, file, isWhole: false))))
            .GroupBy(definition => definition.name, StringComparer.Ordinal)
            .Where(same => same.Any(one => one.isWhole) && same.Select(one => one.file).Distinct().Count() > 1);
        return definitions.SelectMany(same => same).Select(one => one.file.Path).ToHashSet(StringComparer.Ordinal);
    }

    private static List<LooseFile> Below(List<List<LooseFile>> folders, int index)
    {
        var prefix = folders[index][0].Directory + Path.DirectorySeparatorChar;
        return [.. folders.Skip(index + 1).TakeWhile(folder => string.CompareOrdinal(folder[0].Directory, prefix + '\uffff') < 0)
            .Where(folder => folder[0].Directory.StartsWith(prefix, StringComparison.Ordinal)).SelectMany(folder => folder).Take(MaxLinked)];
    }

    /// <summary>The first files that fit together; the rest waits.</summary>
    private static List<LooseFile> Take(List<LooseFile> files, out List<LooseFile> rest)
    {
        var unit = new Variant();
        rest = [.. files.Where(file => !unit.TryAdd(file))];
        return [.. unit.Files];
    }

    private sealed class Variant
    {
        private readonly Dictionary<string, LooseFile> whole = new(StringComparer.Ordinal);
        private readonly HashSet<string> parts = new(StringComparer.Ordinal);
        private readonly HashSet<string> paths = new(StringComparer.Ordinal);

        public List<LooseFile> Files { get; } = [];

        public HashSet<string> Homes { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Folders { get; } = new(StringComparer.Ordinal);

        public LooseFile? OwnerOf(string name) => whole.GetValueOrDefault(name);

        public bool Fits(LooseFile file) =>
            !file.Declarations.Whole.Any(name => whole.ContainsKey(name) || parts.Contains(name))
            && !file.Declarations.Parts.Any(whole.ContainsKey);

        public bool TryAdd(LooseFile file)
        {
            if (paths.Contains(file.Path) || !Fits(file)) return false;
            paths.Add(file.Path);
            Files.Add(file);
            foreach (var name in file.Declarations.Whole) whole[name] = file;
            parts.UnionWith(file.Declarations.Parts);
            return true;
        }

        public LooseVariant Freeze() => new([.. Files.OrderBy(file => file.Path, StringComparer.Ordinal)], [.. Homes]);
    }
}
