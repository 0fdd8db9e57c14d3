using Glassbox.Testing.Fixtures;

namespace Glassbox.Testing.Wire;

/// <summary>A temporary folder that goes away with the test.</summary>
public sealed class WireFolder : IDisposable
{
    private WireFolder(string path) => Path = path;

    /// <summary>Its absolute path, symbolic links resolved.</summary>
    public string Path { get; }

    /// <summary>An empty folder.</summary>
    public static WireFolder Create(string name = "glassbox-test")
    {
        var path = Directory.CreateTempSubdirectory(name + '-').FullName;
        // On macOS the temporary folder is a link, and a server reports what stands behind it.
        return new WireFolder(new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path);
    }

    /// <summary>
    /// The files of a fixture. A file with <c>project:App</c> gets the project <c>App.csproj</c> in its topmost folder,
    /// unless the fixture has that file itself.
    /// </summary>
    public static WireFolder From(Fixture fixture)
    {
        var folder = Create();
        foreach (var file in fixture.Files) folder.Write(file.Path, file.Text);

        foreach (var project in fixture.Files.Where(file => file.Project is not null).GroupBy(file => file.Project!, StringComparer.Ordinal))
        {
            var name = $"{project.Key}.csproj";
            if (fixture.Files.Any(file => file.Path.EndsWith('/' + name, StringComparison.Ordinal))) continue;
            var references = project.SelectMany(file => file.References).Distinct(StringComparer.Ordinal);
            folder.Write($"{TopFolder(project.First())}/{name}", ProjectFile(references.Select(reference =>
                System.IO.Path.GetRelativePath(TopFolder(project.First()) + '/', $"{TopOf(fixture, reference)}/{reference}.csproj").Replace('\\', '/'))));
        }

        return folder;
    }

    /// <summary>A copy of <c>samples/Shop</c> without what builds left there.</summary>
    public static WireFolder CopyOfShop() => CopyOf(Repository.Combine("samples", "Shop"));

    /// <summary>A copy of a folder without <c>bin</c> and <c>obj</c>.</summary>
    public static WireFolder CopyOf(string source)
    {
        var folder = Create();
        Copy(source, folder.Path, "bin", "obj");
        return folder;
    }

    /// <summary>Copies a folder with all that is below, but for folders of some names.</summary>
    public static void Copy(string source, string target, params string[] except)
    {
        Directory.CreateDirectory(target);
        var from = new DirectoryInfo(source);
        foreach (var file in from.EnumerateFiles()) file.CopyTo(System.IO.Path.Combine(target, file.Name));
        foreach (var child in from.EnumerateDirectories().Where(child => !except.Contains(child.Name, StringComparer.Ordinal)))
        {
            Copy(child.FullName, System.IO.Path.Combine(target, child.Name), except);
        }
    }

    /// <summary>A project file in the SDK's style.</summary>
    public static string ProjectFile(IEnumerable<string>? references = null, string more = "") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
        {string.Join('\n', (references ?? []).Select(reference => $"    <ProjectReference Include=\"{reference}\" />"))}
          </ItemGroup>
          {more}
        </Project>
        """;

    /// <summary>A path below the folder; a leading slash, as fixtures have it, means the folder itself.</summary>
    public string PathOf(string relative) => System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, relative.TrimStart('/')));

    /// <summary>Writes a text as UTF-8 without a mark; one in the text stays.</summary>
    public string Write(string relative, string text)
    {
        var path = PathOf(relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>The text of a file.</summary>
    public string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The temporary folder is the system's to clean.
        }
    }

    private static string TopOf(Fixture fixture, string project) =>
        TopFolder(fixture.Files.FirstOrDefault(file => string.Equals(file.Project, project, StringComparison.Ordinal))
            ?? throw new FixtureException($"refs: names the project {project}, which no file has."));

    private static string TopFolder(FixtureFile file) => file.Path.Split('/') is [_, var top, _, ..] ? '/' + top : "";
}
