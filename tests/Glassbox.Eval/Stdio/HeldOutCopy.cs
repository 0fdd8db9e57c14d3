using Glassbox.Testing.Wire;

namespace Glassbox.Eval.Stdio;

/// <summary>
/// A copy of a checkout in a temporary folder from which the text of some files is gone. The files stay, empty, as an editor
/// leaves a new one: what is typed into them then belongs to their project.
/// </summary>
internal sealed class HeldOutCopy : IDisposable
{
    private readonly WireFolder folder = WireFolder.Create("glassbox-eval");
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    private HeldOutCopy()
    {
    }

    /// <summary>The copy's folder.</summary>
    public string Folder => folder.Path;

    /// <summary>Copies a checkout and holds files out.</summary>
    /// <param name="checkout">The folder.</param>
    /// <param name="files">Relative paths of what is held out.</param>
    public static HeldOutCopy Of(string checkout, IEnumerable<string> files)
    {
        var copy = new HeldOutCopy();
        // What restoring left in obj says which packages are referenced; it stays.
        WireFolder.Copy(checkout, copy.Folder, ".git", "bin", "node_modules", ".vs");
        copy.HoldOut(files);
        return copy;
    }

    /// <summary>Makes a copy of what <paramref name="fill"/> writes into an empty folder, and holds files out.</summary>
    public static async Task<HeldOutCopy> OfAsync(Func<string, Task> fill, IEnumerable<string> files)
    {
        var copy = new HeldOutCopy();
        await fill(copy.Folder);
        copy.HoldOut(files);
        return copy;
    }

    /// <summary>The path of a file in the copy.</summary>
    public string PathOf(string file) => folder.PathOf(file);

    /// <summary>What a held-out file held.</summary>
    public string TextOf(string file) => texts[file];

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private void HoldOut(IEnumerable<string> files)
    {
        foreach (var file in files.Where(file => !texts.ContainsKey(file)))
        {
            texts[file] = folder.Read(file);
            folder.Write(file, "");
        }
    }
}
