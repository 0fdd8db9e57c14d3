namespace Glassbox.DocGen;

/// <summary>Writes the generated documents: <c>docgen [--check] ROOT</c>.</summary>
public static class Program
{
    /// <summary>Writes what is stale and names it; with <c>--check</c> only names it.</summary>
    /// <returns>0, or 1 when <c>--check</c> found something stale.</returns>
    public static int Main(string[] args)
    {
        var check = args.Contains("--check");
        var root = Path.GetFullPath(args.FirstOrDefault(arg => !arg.StartsWith('-')) ?? ".");
        var stale = Documents.Stale(root);
        foreach (var document in stale)
        {
            Console.WriteLine($"{(check ? "stale" : "written")}: {document.Path}");
            if (check) continue;
            var file = Path.Combine(root, document.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, document.Content);
        }

        return check && stale.Count > 0 ? 1 : 0;
    }
}
