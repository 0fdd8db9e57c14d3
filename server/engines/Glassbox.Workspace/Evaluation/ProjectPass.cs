using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Glassbox.Workspace.Projects;

namespace Glassbox.Workspace.Evaluation;

/// <summary>One evaluation of one project for one target framework, from first property to last item.</summary>
internal sealed class ProjectPass
{
    private const int MaxImportDepth = 40;

    private static readonly HashSet<string> FileItems = new(StringComparer.OrdinalIgnoreCase) { "ProjectReference" };

    private readonly ProjectXml xml;
    private readonly string boundary;
    private readonly string path;
    private readonly string directory;
    private readonly XElement root;
    private readonly string sdk;
    private readonly PropertyTable properties = new();
    private readonly Expander expander;
    private readonly List<(XElement Group, string File)> itemGroups = [];
    private readonly List<ProjectItem> items = [];
    private readonly List<FileSet.Step> compile = [];
    private readonly HashSet<string> inputs = new(StringComparer.Ordinal);
    private readonly Version sdkVersion;
    private ProjectFault? importFault;
    private int unknown;

    public ProjectPass(ProjectXml xml, string boundary, string path, XElement root, string? solution, Version sdkVersion)
    {
        this.xml = xml;
        this.boundary = boundary;
        this.path = path;
        this.root = root;
        this.sdkVersion = sdkVersion;
        directory = Path.GetDirectoryName(path)!;
        sdk = SdkOf(root);
        expander = new Expander(properties, ItemsNamed);
        SetWellKnown(solution);
    }

    public ProjectEvaluation? Run(string? targetFramework, out ProjectFault? fault)
    {
        if (targetFramework is not null) properties.SetGlobal("TargetFramework", targetFramework);
        if (sdk.Length > 0)
        {
            Above("Directory.Build.props");
            Above("Directory.Packages.props");
            SetSdkDefaults();
        }

        ReadProperties(root, path, 0);
        inputs.Add(path);
        if (sdk.Length == 0) properties.SetDefault("TargetFrameworkVersion", "v4.8");
        var framework = FrameworkOf();
        if (sdk.Length > 0)
        {
            properties.SetDefault("TargetFrameworkIdentifier", framework.Identifier);
            properties.SetDefault("TargetFrameworkVersion", framework.VersionText);
            properties.SetDefault("AssemblyName", Path.GetFileNameWithoutExtension(path));
            properties.SetDefault("RootNamespace", properties.Text("AssemblyName"));
            Above("Directory.Build.targets");
        }

        if (importFault is not null)
        {
            fault = importFault;
            return null;
        }

        fault = null;
        AddDefaultCompile();
        foreach (var (group, file) in itemGroups)
        {
            EnterFile(file);
            if (Holds(group)) ReadItems(group);
        }

        return new ProjectEvaluation
        {
            Path = path,
            Sdk = sdk,
            Properties = properties,
            Items = [.. items],
            Compile = new FileSet([.. compile]),
            Framework = framework,
            Frameworks = [.. properties.Text("TargetFrameworks").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            Inputs = [.. inputs],
            Unknown = unknown,
        };
    }

    private static string SdkOf(XElement root)
    {
        var named = root.Attribute("Sdk")?.Value
            ?? Child(root, "Sdk")?.Attribute("Name")?.Value
            ?? root.Elements().Where(element => element.Name.LocalName == "Import").Select(element => element.Attribute("Sdk")?.Value).FirstOrDefault(name => name is not null)
            ?? "";
        var first = named.Split(';')[0].Trim();
        var slash = first.IndexOf('/');
        return slash < 0 ? first : first[..slash];
    }

    private static XElement? Child(XElement element, string name) => element.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    private void SetWellKnown(string? solution)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        properties.SetGlobal("MSBuildProjectFullPath", path);
        properties.SetGlobal("MSBuildProjectDirectory", directory);
        properties.SetGlobal("MSBuildProjectFile", Path.GetFileName(path));
        properties.SetGlobal("MSBuildProjectName", name);
        properties.SetGlobal("MSBuildProjectExtension", Path.GetExtension(path));
        properties.Set("MSBuildRuntimeType", "Core");
        properties.Set("MSBuildToolsVersion", "Current");
        properties.Set("MSBuildVersion", "18.0.0");
        properties.Set("VisualStudioVersion", "18.0");
        foreach (var only in (ReadOnlySpan<string>)["MSBuildExtensionsPath", "MSBuildToolsPath", "MSBuildBinPath", "MSBuildSDKsPath", "NuGetPackageRoot", "NETCoreSdkVersion"])
            properties.Set(only, null);
        properties.Set("OS", OperatingSystem.IsWindows() ? "Windows_NT" : "Unix");
        properties.Set("Configuration", "Debug");
        properties.Set("Platform", "AnyCPU");
        properties.Set("BundledNETCoreAppTargetFrameworkVersion", sdkVersion.ToString(2));
        properties.Set("NETCoreAppMaximumVersion", sdkVersion.ToString(2));
        if (solution is null) return;
        properties.Set("SolutionPath", solution);
        properties.Set("SolutionDir", Path.GetDirectoryName(solution) + Path.DirectorySeparatorChar);
        properties.Set("SolutionName", Path.GetFileNameWithoutExtension(solution));
        properties.Set("SolutionFileName", Path.GetFileName(solution));
    }

    private void SetSdkDefaults()
    {
        properties.Set("UsingMicrosoftNETSdk", "true");
        properties.SetDefault("EnableDefaultItems", "true");
        properties.SetDefault("EnableDefaultCompileItems", "true");
        if (sdk is "Microsoft.NET.Sdk.Web" or "Microsoft.NET.Sdk.Worker" or "Aspire.AppHost.Sdk") properties.SetDefault("OutputType", "Exe");
        var constants = properties.Text("DefineConstants");
        var build = properties.Text("Configuration").Equals("Debug", StringComparison.OrdinalIgnoreCase) ? "TRACE;DEBUG" : "TRACE";
        properties.Set("DefineConstants", constants.Length == 0 ? build : constants + ";" + build);
    }

    private TargetFramework FrameworkOf()
    {
        var moniker = properties.Text("TargetFramework");
        if (moniker.Length > 0) return TargetFramework.Parse(moniker);
        return sdk.Length == 0
            ? TargetFramework.OfFrameworkVersion(properties.Text("TargetFrameworkVersion"))
            : TargetFramework.Parse(string.Create(CultureInfo.InvariantCulture, $"net{sdkVersion.Major}.0"));
    }

    /// <summary>Reads the nearest file of a name in the project's folder or above it.</summary>
    private void Above(string name)
    {
        for (var folder = directory; folder is not null && IsInside(folder); folder = Path.GetDirectoryName(folder))
        {
            var candidate = Path.Combine(folder, name);
            if (!File.Exists(candidate)) continue;
            Import(candidate, 0);
            return;
        }
    }

    private bool IsInside(string file) =>
        file.StartsWith(boundary, StringComparison.Ordinal)
        && (file.Length == boundary.Length || file[boundary.Length] == Path.DirectorySeparatorChar || boundary.EndsWith(Path.DirectorySeparatorChar));

    private void Import(string file, int depth)
    {
        if (depth > MaxImportDepth || !inputs.Add(file)) return;
        var imported = xml.Load(file, out var fault);
        if (imported is null)
        {
            importFault ??= fault;
            return;
        }

        ReadProperties(imported, file, depth + 1);
    }

    private void EnterFile(string file)
    {
        properties.Set("MSBuildThisFile", Path.GetFileName(file));
        properties.Set("MSBuildThisFileName", Path.GetFileNameWithoutExtension(file));
        properties.Set("MSBuildThisFileExtension", Path.GetExtension(file));
        properties.Set("MSBuildThisFileFullPath", file);
        properties.Set("MSBuildThisFileDirectory", Path.GetDirectoryName(file) + Path.DirectorySeparatorChar);
    }

    private bool Holds(XElement element)
    {
        var holds = Condition.Evaluate(element.Attribute("Condition")?.Value, expander, directory);
        if (holds is null) unknown++;
        return holds == true;
    }

    private void ReadProperties(XElement container, string file, int depth)
    {
        EnterFile(file);
        foreach (var element in container.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "PropertyGroup" when Holds(element):
                    foreach (var property in element.Elements().Where(Holds)) SetProperty(property);
                    break;
                case "ItemGroup":
                    itemGroups.Add((element, file));
                    break;
                case "ImportGroup" when Holds(element):
                    ReadProperties(element, file, depth);
                    break;
                case "Import" when element.Attribute("Sdk") is null && Holds(element):
                    ImportNamed(element, file, depth);
                    EnterFile(file);
                    break;
                case "Choose":
                    if (Chosen(element) is { } branch) ReadProperties(branch, file, depth);
                    break;
            }
        }
    }

    private void SetProperty(XElement property)
    {
        var value = expander.Expand(property.Value);
        if (value is null) unknown++;
        properties.Set(property.Name.LocalName, value?.Trim());
    }

    private XElement? Chosen(XElement choose)
    {
        foreach (var branch in choose.Elements())
        {
            if (branch.Name.LocalName == "When" && Holds(branch)) return branch;
            if (branch.Name.LocalName == "Otherwise") return branch;
        }

        return null;
    }

    private void ImportNamed(XElement element, string file, int depth)
    {
        var name = expander.Expand(element.Attribute("Project")?.Value ?? "");
        if (string.IsNullOrWhiteSpace(name))
        {
            if (name is null) unknown++;
            return;
        }

        if (Glob.Parse(name, Path.GetDirectoryName(file)!) is not { } pattern || !IsInside(pattern.Root)) return;
        if (pattern.IsLiteral)
        {
            if (File.Exists(pattern.Root)) Import(pattern.Root, depth);
            return;
        }

        if (!Directory.Exists(pattern.Root)) return;
        foreach (var match in Directory.EnumerateFiles(pattern.Root).Where(pattern.Matches).Order(StringComparer.Ordinal)) Import(match, depth);
    }

    private void AddDefaultCompile()
    {
        if (sdk.Length == 0 || !properties.IsNotFalse("EnableDefaultItems") || !properties.IsNotFalse("EnableDefaultCompileItems")) return;
        var output = properties.Text("BaseOutputPath") is { Length: > 0 } bin ? bin : "bin/";
        var intermediate = properties.Text("BaseIntermediateOutputPath") is { Length: > 0 } obj ? obj : "obj/";
        var excludes = $"{output}/**;{intermediate}/**;bin/**;obj/**;**/.*/**;{properties.Text("DefaultItemExcludes")};{properties.Text("DefaultItemExcludesInProjectFolder")};{properties.Text("DefaultExcludesInProjectFolder")}";
        compile.Add(new FileSet.Step(IsRemove: false, Patterns("**/*.cs"), Patterns(excludes)));
    }

    private void ReadItems(XElement group)
    {
        foreach (var element in group.Elements().Where(Holds))
        {
            var kind = element.Name.LocalName;
            if (Names(element, "Remove") is { } removed) Remove(kind, removed);
            if (Names(element, "Include") is not { } included) continue;
            if (kind.Equals("Compile", StringComparison.OrdinalIgnoreCase))
            {
                compile.Add(new FileSet.Step(IsRemove: false, Patterns(included), Patterns(Names(element, "Exclude") ?? "")));
                continue;
            }

            var metadata = MetadataOf(element);
            foreach (var name in included.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (FileItems.Contains(kind) && name.Contains('*')) AddMatches(kind, name, metadata);
                else items.Add(new ProjectItem(kind, name, metadata));
            }
        }
    }

    private void AddMatches(string kind, string name, ImmutableDictionary<string, string> metadata)
    {
        if (Glob.Parse(name, directory) is not { } pattern || !IsInside(pattern.Root) || !Directory.Exists(pattern.Root)) return;
        items.AddRange(Directory.EnumerateFiles(pattern.Root, "*.csproj", SearchOption.AllDirectories)
            .Where(pattern.Matches).Order(StringComparer.Ordinal).Select(match => new ProjectItem(kind, match, metadata)));
    }

    private string? Names(XElement element, string attribute)
    {
        if (element.Attribute(attribute)?.Value is not { Length: > 0 } text) return null;
        var value = expander.Expand(text);
        if (value is null) unknown++;
        return value;
    }

    private void Remove(string kind, string names)
    {
        if (kind.Equals("Compile", StringComparison.OrdinalIgnoreCase))
        {
            compile.Add(new FileSet.Step(IsRemove: true, Patterns(names), []));
            return;
        }

        var removed = names.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        items.RemoveAll(item => item.Kind.Equals(kind, StringComparison.OrdinalIgnoreCase) && (removed.Contains(item.Include) || removed.Contains("@(" + kind + ")")));
    }

    private ImmutableDictionary<string, string> MetadataOf(XElement element)
    {
        var metadata = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var attribute in element.Attributes()) metadata[attribute.Name.LocalName] = expander.Expand(attribute.Value) ?? "";
        foreach (var child in element.Elements().Where(Holds)) metadata[child.Name.LocalName] = (expander.Expand(child.Value) ?? "").Trim();
        return metadata.ToImmutable();
    }

    private ImmutableArray<Glob> Patterns(string list) =>
        [.. list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(pattern => Glob.Parse(pattern, directory)).OfType<Glob>()];

    private string ItemsNamed(string kind) => string.Join(';', items.Where(item => item.Kind.Equals(kind, StringComparison.OrdinalIgnoreCase)).Select(item => item.Include));
}
