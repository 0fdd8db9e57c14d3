using Glassbox.Workspace.Evaluation;
using Glassbox.Workspace.Projects;

namespace Glassbox.Workspace.Tests;

public sealed class EvaluationTests
{
    [TestCase("", true)]
    [TestCase("'$(A)' == 'one'", true)]
    [TestCase("'$(A)' != 'one'", false)]
    [TestCase("'$(A)' == 'ONE' and '$(Missing)' == ''", true)]
    [TestCase("'$(A)' == 'two' or $(Yes)", true)]
    [TestCase("!('$(A)' == 'two') And !$(No)", true)]
    [TestCase("'$(Number)' >= '9' and 10 < 11", true)]
    [TestCase("$(A.StartsWith('on'))", true)]
    [TestCase("'$(A.Replace('o', '0'))' == '0ne'", true)]
    [TestCase("$([MSBuild]::IsTargetFrameworkCompatible('net10.0', 'net8.0'))", true)]
    [TestCase("$([MSBuild]::VersionGreaterThan('10.0', '9.5'))", true)]
    [TestCase("HasTrailingSlash('a/')", true)]
    [TestCase("Exists('no/such/file')", false)]
    [TestCase("$([System.Environment]::GetFolderPath(SpecialFolder.System)) == ''", null)]
    [TestCase("'$(Unknown)' == 'x'", null)]
    [TestCase("'$(Unknown)' == 'x' and '$(A)' == 'two'", false)]
    [TestCase("'$(Unknown)' == 'x' or '$(A)' == 'one'", true)]
    [TestCase("'unclosed", null)]
    [TestCase("'a' == 'a' nonsense", null)]
    [TestCase("((('a' == 'a')", null)]
    public void Condition_IsTrueFalseOrUnknown(string text, bool? expected) =>
        Assert.That(Condition.Evaluate(text, Expander(), "/"), Is.EqualTo(expected));

    [TestCase("$(A)-$(Number)", "one-10")]
    [TestCase("$([MSBuild]::ValueOrDefault('$(Missing)', 'other'))", "other")]
    [TestCase("$([System.IO.Path]::GetFileName('a/b.cs'))", "b.cs")]
    [TestCase("$(A.Substring(1, 2).ToUpper())", "NE")]
    [TestCase("@(Things->'<%(Identity)>')", "<x>;<y>")]
    [TestCase("$(Registry:HKEY_LOCAL_MACHINE)", null)]
    [TestCase("$([System.IO.File]::ReadAllText('a'))", null)]
    [TestCase("$(A", null)]
    [TestCase("100%(", null)]
    public void Text_IsExpandedOrUnknown(string text, string? expected) => Assert.That(Expander().Expand(text), Is.EqualTo(expected));

    [TestCase("**/*.cs", "a/b/C.cs", true)]
    [TestCase("**/*.cs", "C.cs", true)]
    [TestCase("a/**", "a/b/C.cs", true)]
    [TestCase("a\\*.cs", "a/C.cs", true)]
    [TestCase("a/*.cs", "a/b/C.cs", false)]
    [TestCase("**/.*/**", ".git/x.cs", true)]
    [TestCase("../lib/**/?.cs", "../lib/x/C.cs", true)]
    [TestCase("**/Gen*/*.cs", "a/Generated/C.cs", true)]
    [TestCase("C.cs", "C.cs", true)]
    public void Glob_Matches(string pattern, string path, bool expected)
    {
        var root = Path.GetFullPath("/w/p");
        Assert.That(Glob.Parse(pattern, root)!.Matches(Path.GetFullPath(Path.Combine(root, path))), Is.EqualTo(expected));
    }

    [TestCase("net10.0", "NET10_0", "NET8_0_OR_GREATER")]
    [TestCase("net8.0-windows", "WINDOWS", "NET5_0_OR_GREATER")]
    [TestCase("netstandard2.0", "NETSTANDARD2_0", "NETSTANDARD1_6_OR_GREATER")]
    [TestCase("net472", "NET472", "NET45_OR_GREATER")]
    public void Framework_DefinesItsConstants(string moniker, params string[] expected) =>
        Assert.That(TargetFramework.Parse(moniker).Constants(), Is.SupersetOf(expected));

    [Test]
    public void Preferred_IsTheNewestNet() =>
        Assert.That(TargetFramework.Preferred(["netstandard2.0", "net8.0", "net10.0", "net472"]), Is.EqualTo("net10.0"));

    [Test]
    public void Project_TakesWhatStandsAboveIt_AndItsImports()
    {
        using var folder = new TempFolder();
        folder.Write("Directory.Build.props", "<Project><PropertyGroup><TargetFramework>net8.0</TargetFramework><LangVersion>12</LangVersion></PropertyGroup></Project>");
        folder.Write("src/Directory.Build.props", """
            <Project>
              <Import Project="$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))" />
              <PropertyGroup><Nullable>enable</Nullable><LangVersion Condition="'$(LangVersion)' == '12'">13</LangVersion></PropertyGroup>
            </Project>
            """);
        folder.Write("src/App/more.props", "<Project><ItemGroup><Using Include=\"System.Text\" /></ItemGroup></Project>");
        var path = folder.Write("src/App/App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <Import Project="more.props" />
              <Import Project="/etc/outside.props" />
              <Choose>
                <When Condition="'$(TargetFramework)' == 'net8.0'"><PropertyGroup><DefineConstants>$(DefineConstants);EIGHT</DefineConstants></PropertyGroup></When>
                <Otherwise><PropertyGroup><DefineConstants>OTHER</DefineConstants></PropertyGroup></Otherwise>
              </Choose>
              <ItemGroup><Compile Remove="old/**" /><Compile Include="../Shared/*.cs" /></ItemGroup>
            </Project>
            """);
        foreach (var file in new[] { "A.cs", "old/B.cs", "obj/C.cs", "sub/bin/D.cs" }) folder.Write("src/App/" + file, "");
        folder.Write("src/Shared/S.cs", "");
        var project = new ProjectReader(new ProjectXml(), folder.Root, null, new Version(10, 0)).Read(path.Value, out var fault)!;
        var tree = FileTree.Walk(folder.Root, [], 1024, CancellationToken.None);

        Assert.That(fault, Is.Null);
        Assert.That(project.Framework.Moniker, Is.EqualTo("net8.0"));
        Assert.That(project.Properties.Text("LangVersion"), Is.EqualTo("13"));
        Assert.That(CompilerOptions.Parse(project).PreprocessorSymbolNames, Is.SupersetOf(new[] { "DEBUG", "TRACE", "EIGHT", "NET8_0" }));
        Assert.That(project.ItemsOf("Using").Single().Include, Is.EqualTo("System.Text"));
        Assert.That(project.Compile.List(tree).Select(Path.GetFileName), Is.EqualTo(new[] { "A.cs", "S.cs" }));
        Assert.That(project.Compile.Contains(folder["src/App/sub/New.cs"].Value), Is.True);
        Assert.That(project.Compile.Contains(folder["src/App/old/New.cs"].Value), Is.False);
    }

    [Test]
    public void OldStyleProject_CompilesWhatItNames()
    {
        using var folder = new TempFolder();
        var path = folder.Write("App.csproj", """
            <?xml version="1.0" encoding="utf-8"?>
            <Project ToolsVersion="15.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
              <PropertyGroup><TargetFrameworkVersion>v4.7.2</TargetFrameworkVersion><OutputType>WinExe</OutputType></PropertyGroup>
              <ItemGroup><Compile Include="Sub\A.cs" /><Reference Include="System.Xml" /></ItemGroup>
            </Project>
            """);
        folder.Write("Sub/A.cs", "");
        folder.Write("Other.cs", "");
        var project = new ProjectReader(new ProjectXml(), folder.Root, null, new Version(10, 0)).Read(path.Value, out _)!;

        Assert.That(project.IsSdkStyle, Is.False);
        Assert.That(project.Framework.Moniker, Is.EqualTo("net472"));
        Assert.That(project.Compile.List(FileTree.None).Select(Path.GetFileName), Is.EqualTo(new[] { "A.cs" }));
    }

    private static Expander Expander()
    {
        var properties = new PropertyTable();
        properties.Set("A", "one");
        properties.Set("Number", "10");
        properties.Set("Yes", "true");
        properties.Set("No", "false");
        properties.Set("Unknown", null);
        return new Expander(properties, kind => kind == "Things" ? "x;y" : "");
    }
}
