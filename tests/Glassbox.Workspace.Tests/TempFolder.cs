using Glassbox.Contracts.Text;

namespace Glassbox.Workspace.Tests;

/// <summary>A folder for one test, gone after it.</summary>
internal sealed class TempFolder : IDisposable
{
    public TempFolder()
    {
        Root = Directory.CreateTempSubdirectory("glassbox-").FullName;
    }

    public string Root { get; }

    public DocumentPath Path => DocumentPath.FromFile(Root);

    public DocumentPath this[string relative] => DocumentPath.FromFile(System.IO.Path.Combine(Root, relative));

    /// <summary>Writes a file below the folder.</summary>
    public DocumentPath Write(string relative, string text)
    {
        var path = this[relative];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path.Value)!);
        File.WriteAllText(path.Value, text);
        return path;
    }

    /// <summary>Writes a file of bytes below the folder.</summary>
    public DocumentPath Write(string relative, byte[] bytes)
    {
        var path = this[relative];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path.Value)!);
        File.WriteAllBytes(path.Value, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
