namespace Glassbox.Bench.Generation;

/// <summary>Writes sources and project files, and counts lines.</summary>
internal sealed class SourceTree(string root)
{
    private readonly List<string> projects = [];

    /// <summary>Lines of C# so far.</summary>
    public int Lines { get; private set; }

    /// <summary>Writes a C# file.</summary>
    public void Source(string relative, string text)
    {
        var ended = text.EndsWith('\n') ? text : text + "\n";
        Lines += ended.AsSpan().Count('\n');
        Write(relative, ended);
    }

    /// <summary>Writes a project file.</summary>
    public void Project(string name, string sdk, IEnumerable<string> references)
    {
        projects.Add(name);
        Write($"{name}/{name}.csproj", $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
            {string.Join('\n', references.Distinct(StringComparer.Ordinal).Select(reference => $"    <ProjectReference Include=\"../{reference}/{reference}.csproj\" />"))}
              </ItemGroup>
            </Project>
            """);
    }

    /// <summary>Writes the solution of all projects so far.</summary>
    public void Solution(string relative) => Write(relative, $"""
        <Solution>
        {string.Join('\n', projects.Select(name => $"  <Project Path=\"{name}/{name}.csproj\" />"))}
        </Solution>
        """);

    private void Write(string relative, string text)
    {
        var path = Path.Combine(root, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
