using System.Text.Json.Nodes;
using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary>Solutions and projects read as data, without MSBuild; folders without any.</summary>
public sealed class LoadingTests : WireTest
{
    private const string TwoProjects = """
        //- /App/Program.cs project:App refs:Lib
        namespace App;
        class ZebraApp { void M() { Zebra$0 } }
        //- /Lib/Library.cs project:Lib
        namespace App;
        public class ZebraLib { }
        """;

    [Test]
    public async Task Project_IsReadAsDataWithItsReferences()
    {
        var at = await StartAtCursorAsync(TwoProjects);
        var status = await at.Client.LoadedAsync();
        Assert.That(status.ProjectNames(), Is.EqualTo(new[] { "App", "Lib" }));
        Assert.That(status.TierOf("App"), Is.EqualTo("data"));
        Assert.That((await at.CompleteAsync()).Labels, Does.Contain("ZebraApp").And.Contain("ZebraLib"));
    }

    [Test]
    public async Task Project_ReferencesGoOneWay()
    {
        var at = await StartAtCursorAsync(TwoProjects);
        await at.Client.LoadedAsync();
        var library = await at.Client.OpenAsync("/Lib/Library.cs", "namespace App;\npublic class ZebraLib { void M() { Zebra } }");
        Assert.That((await at.Client.CompleteAsync(library, library.After("{ Zebra"))).Labels, Does.Contain("ZebraLib").And.Not.Contain("ZebraApp"));
    }

    [TestCase("Shop.sln")]
    [TestCase("Shop.slnx")]
    public async Task Solution_ItsProjectsAreLoaded(string name)
    {
        var folder = Folder(TwoProjects);
        folder.Write(name, name.EndsWith('x') ? SolutionXml : SolutionText);
        var client = await StartAsync(new LaunchOptions { Folders = [folder.Path] });
        Assert.That((await client.LoadedAsync()).ProjectNames(), Is.EqualTo(new[] { "App", "Lib" }));
    }

    [Test]
    public async Task Solution_Setting_NamesTheOneToLoad()
    {
        var folder = Folder(TwoProjects + "\n//- /Other/Other.cs project:Other\nclass Other { }");
        folder.Write("All.slnx", """<Solution><Project Path="App/App.csproj" /><Project Path="Lib/Lib.csproj" /><Project Path="Other/Other.csproj" /></Solution>""");
        folder.Write("Few.slnx", """<Solution><Project Path="Other/Other.csproj" /></Solution>""");
        var settings = new JsonObject { ["workspace"] = new JsonObject { ["solution"] = "Few.slnx" } };
        var client = await StartAsync(new LaunchOptions { Folders = [folder.Path], Settings = settings });
        Assert.That((await client.LoadedAsync()).ProjectNames(), Does.Contain("Other").And.Not.Contain("App").And.Not.Contain("Lib"));
    }

    [Test]
    public async Task Shop_IsLoaded()
    {
        var client = await StartAsync(new LaunchOptions { Folders = [Hold(WireFolder.CopyOfShop()).Path] });
        var status = await client.LoadedAsync();
        Assert.That(status.ProjectNames(), Is.SupersetOf(new[] { "Shop.Data", "Shop.Domain", "Shop.Web" }));
        Assert.That(status.DocumentsOf("Shop.Domain"), Is.GreaterThan(20));
    }

    [Test]
    public async Task DefaultGlobs_LeaveOutBuildOutputAndWhatIsRemoved()
    {
        var folder = Folder("""
            //- /App/A.cs
            class User { Zebra }
            //- /App/Deep/er/B.cs
            class ZebraDeep { }
            //- /App/obj/Debug/C.cs
            class ZebraObj { }
            //- /App/bin/Debug/D.cs
            class ZebraBin { }
            //- /App/Removed/E.cs
            class ZebraRemoved { }
            //- /Shared/F.cs
            class ZebraLinked { }
            """);
        folder.Write("App/App.csproj", WireFolder.ProjectFile(more: """<ItemGroup><Compile Remove="Removed/**" /><Compile Include="../Shared/**/*.cs" Link="Shared/%(FileName)" /></ItemGroup>"""));
        var client = await StartAsync(new LaunchOptions { Folders = [folder.Path] });
        await client.LoadedAsync();
        var document = await client.OpenAsync("/App/A.cs");
        var labels = (await client.CompleteAsync(document, document.After("Zebra"))).Labels.Where(label => label.StartsWith("Zebra", StringComparison.Ordinal));
        Assert.That(labels, Is.EquivalentTo(new[] { "ZebraDeep", "ZebraLinked" }));
    }

    [Test]
    public async Task ImplicitUsings_AreThere()
    {
        var at = await StartAtCursorAsync("//- /App/A.cs project:App\nclass User { void M() { StringBuil$0; Enumer; } }");
        await at.Client.LoadedAsync();
        Assert.That((await at.Client.CompleteAsync(at.Document, at.Document.After("Enumer"))).Labels, Does.Contain("Enumerable"));
    }

    [Test]
    public async Task ConditionalSymbols_OfTheProjectCount()
    {
        var folder = Folder("//- /App/A.cs\nclass User { Zebra }\n#if PLANTED\nclass ZebraDefined { }\n#else\nclass ZebraUndefined { }\n#endif");
        folder.Write("App/App.csproj", WireFolder.ProjectFile(more: "<PropertyGroup><DefineConstants>$(DefineConstants);PLANTED</DefineConstants></PropertyGroup>"));
        var client = await StartAsync(new LaunchOptions { Folders = [folder.Path] });
        await client.LoadedAsync();
        var document = await client.OpenAsync("/App/A.cs");
        Assert.That((await client.CompleteAsync(document, document.After("{ Zebra"))).Labels, Does.Contain("ZebraDefined").And.Not.Contain("ZebraUndefined"));
    }

    [Test]
    public async Task Packages_AreReadFromTheAssetsFile()
    {
        var folder = Folder("//- /App/A.cs\nclass User { void M() { NUnit.Framework. } }");
        folder.Write("App/App.csproj", WireFolder.ProjectFile(more: """<ItemGroup><PackageReference Include="Fake" Version="1.0.0" /></ItemGroup>"""));
        var library = folder.PathOf("packages/fake/1.0.0/lib/net10.0/nunit.framework.dll");
        Directory.CreateDirectory(Path.GetDirectoryName(library)!);
        File.Copy(typeof(TestAttribute).Assembly.Location, library);
        folder.Write("App/obj/project.assets.json", Assets(folder).ToJsonString());
        var client = await StartAsync(new LaunchOptions { Folders = [folder.Path] });
        await client.LoadedAsync();
        var document = await client.OpenAsync("/App/A.cs");
        Assert.That((await client.CompleteAsync(document, document.After("NUnit.Framework."), '.')).Labels, Does.Contain("Assert"));
    }

    [Test]
    public async Task Packages_NotRestored_TheMessageNamesTheProjectAndWhatToDo()
    {
        var folder = Folder("//- /App/A.cs\nclass Zebra { void M() { Zeb } }");
        folder.Write("App/App.csproj", WireFolder.ProjectFile(more: """<ItemGroup><PackageReference Include="Some.Package" Version="1.0.0" /></ItemGroup>"""));
        var client = await StartAsync(new LaunchOptions { Folders = [folder.Path] });
        await client.ShownMessageAsync("App", "restore");
        await client.LoadedAsync();
        var document = await client.OpenAsync("/App/A.cs");
        Assert.That((await client.CompleteAsync(document, document.After("{ Zeb"))).Labels, Does.Contain("Zebra"));
    }

    [TestCase("<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup>")]
    [TestCase("not xml at all")]
    [TestCase("")]
    public async Task BrokenProject_TheMessageNamesIt_TheRestIsLoaded(string text)
    {
        var folder = Folder("//- /Good/A.cs project:Good\nclass Zebra { void M() { Zeb } }\n//- /Bad/B.cs\nclass Striped { void M() { Stri } }");
        folder.Write("Bad/Broken.csproj", text);
        var client = await StartAsync(new LaunchOptions { Folders = [folder.Path] });
        await client.ShownMessageAsync("Broken.csproj");
        Assert.That((await client.LoadedAsync()).ProjectNames(), Does.Contain("Good"));

        var good = await client.OpenAsync("/Good/A.cs");
        Assert.That((await client.CompleteAsync(good, good.After("{ Zeb"))).Labels, Does.Contain("Zebra"));
        var bad = await client.OpenAsync("/Bad/B.cs");
        Assert.That((await client.CompleteAsync(bad, bad.After("{ Stri"))).Labels, Does.Contain("Striped"));
    }

    [Test]
    public async Task BrokenProject_Mended_IsLoaded()
    {
        var folder = Folder("//- /App/A.cs\nclass Zebra { }");
        var path = folder.Write("App/App.csproj", "<Project");
        var client = await StartAsync(new LaunchOptions { Folders = [folder.Path] });
        await client.ShownMessageAsync("App.csproj");
        folder.Write("App/App.csproj", WireFolder.ProjectFile());
        await client.FilesChangedAsync((path, 2));
        await client.StatusAsync("the mended project", status => status.TierOf("App") == "data" && status.DocumentsOf("App") >= 1);
    }

    [Test]
    public async Task ReferenceToAProjectThatIsNotThere_IsNamed()
    {
        var folder = Folder("//- /App/A.cs\nclass Zebra { void M() { Zeb } }");
        folder.Write("App/App.csproj", WireFolder.ProjectFile(["../Gone/Gone.csproj"]));
        var client = await StartAsync(new LaunchOptions { Folders = [folder.Path] });
        Assert.That((await client.LoadedAsync())["projects"]!.ToJsonString(), Does.Contain("Gone.csproj"));
        await client.ShownMessageAsync("App/App.csproj", "Gone.csproj", "does not exist", "correct or remove");
        var document = await client.OpenAsync("/App/A.cs");
        Assert.That((await client.CompleteAsync(document, document.After("{ Zeb"))).Labels, Does.Contain("Zebra"));
    }

    [Test]
    public async Task NoSdk_TheMessageSaysSo_WhatCanWorkWorks()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var root = Path.GetFullPath(Path.Combine(runtime, "..", "..", ".."));
        var without = Hold(WireFolder.Create("dotnet-without-sdk"));
        // A copy: behind links the real installation would be found.
        foreach (var part in new[] { "host", "shared" }) WireFolder.Copy(Path.Combine(root, part), without.PathOf(part));

        var options = new LaunchOptions();
        options = options with
        {
            Environment = options.Environment.Add("DOTNET_ROOT", without.Path).Add("DOTNET_ROOT_X64", null).Add("DOTNET_HOST_PATH", null)
                .Add("DOTNET_MSBUILD_SDK_RESOLVER_CLI_DIR", null).Add("MSBuildSDKsPath", null).Add("MSBUILD_EXE_PATH", null)
                .Add("PATH", without.PathOf("bin")).Add("HOME", without.Path),
        };
        var at = await StartAtCursorAsync("//- /App/A.cs project:App\nclass Zebra { void M() { Zeb$0; System.Text. } }", options);
        await at.Client.ShownMessageAsync("SDK");
        await at.Client.LoadedAsync();
        Assert.That((await at.CompleteAsync()).Labels, Does.Contain("Zebra"));
        Assert.That((await at.Client.CompleteAsync(at.Document, at.Document.After("System.Text."), '.')).Labels, Does.Contain("StringBuilder"));
    }

    [Test]
    public async Task Loose_FilesBindTogether_TheNearerWins()
    {
        var at = await StartAtCursorAsync("""
            //- /Two/A.cs
            class User { void M(Same same, Other other) { same.$0 } }
            //- /Two/B.cs
            class Same { public int ZebraNear; }
            //- /One/C.cs
            class Same { public int ZebraFar; }
            //- /One/D.cs
            class Other { public int ZebraOther; }
            """);
        var status = await at.Client.LoadedAsync();
        Assert.That(status["projects"]!.AsArray().Select(project => (string?)project!["tier"]), Is.All.EqualTo("loose"));
        Assert.That((await at.CompleteAsync()).Labels, Does.Contain("ZebraNear").And.Not.Contain("ZebraFar"));
        await at.Client.ReplaceTextAsync(at.Document, "same. }", "other. }");
        Assert.That((await at.Client.CompleteAsync(at.Document, at.Document.After("{ other."), '.')).Labels, Does.Contain("ZebraOther"));
    }

    [Test]
    public async Task Loose_AspNetCoreIsReferenced()
    {
        var at = await StartAtCursorAsync("using Microsoft.AspNetCore.Mvc;\nclass C : Controller { IActionResult M() => Redire$0; }");
        await at.Client.LoadedAsync();
        Assert.That((await at.CompleteAsync()).Labels, Does.Contain("Redirect"));
    }

    [Test]
    public async Task Loose_ATypeDefinedTwice_HidesNothing()
    {
        var at = await StartAtCursorAsync("""
            //- /A.cs
            using System.Security.Cryptography;
            class Twice { public byte[] First(byte[] data) => MD5.HashData(data); }
            class User { void M() { Zeb$0; } }
            class ZebraA { }
            //- /B.cs
            using System.Security.Cryptography;
            class Twice { public byte[] Second(byte[] data) => MD5.HashData(data); }
            class ZebraB { }
            """);
        await at.Client.LoadedAsync();
        Assert.That((await at.CompleteAsync()).Labels, Does.Contain("ZebraA").And.Contain("ZebraB"));
        foreach (var file in new[] { "/A.cs", "/B.cs" })
        {
            Assert.That((await at.Client.PullAsync(await at.Client.OpenAsync(file))).Codes, Does.Contain("GB2002"), file);
        }
    }

    [Test]
    public async Task EmptyFolder_IsReady()
    {
        var client = await StartAsync(new LaunchOptions { Folders = [Hold(WireFolder.Create()).Path] });
        Assert.That((await client.LoadedAsync()).ProjectNames(), Is.Empty);
    }

    [Test]
    public async Task BeforeTheLoadIsDone_SingleFilesAreServed()
    {
        var client = await StartAsync(new LaunchOptions { Folders = [Hold(WireFolder.CopyOfShop()).Path] });
        var document = await client.OpenAsync("Fresh.cs", "class Zebra { int striped; void M() { stri } }");
        Assert.That((await client.CompleteAsync(document, document.After("{ stri"))).Labels, Does.Contain("striped"));
    }

    [Test]
    public async Task SeveralTargetFrameworks_AreLoaded()
    {
        var folder = Folder("//- /App/A.cs\nclass Zebra { void M() { Zeb } }");
        folder.Write("App/App.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks></PropertyGroup></Project>""");
        var client = await StartAsync(new LaunchOptions { Folders = [folder.Path] });
        client.Log.Allow(message => message.Params!.ToJsonString().Contains("netstandard", StringComparison.Ordinal));
        await client.LoadedAsync();
        var document = await client.OpenAsync("/App/A.cs");
        Assert.That((await client.CompleteAsync(document, document.After("{ Zeb"))).Labels.Count(label => label == "Zebra"), Is.EqualTo(1));
    }

    private const string SolutionXml = """<Solution><Project Path="App/App.csproj" /><Folder Name="/libraries/"><Project Path="Lib/Lib.csproj" /></Folder></Solution>""";

    private const string SolutionText = """

        Microsoft Visual Studio Solution File, Format Version 12.00
        # Visual Studio Version 17
        Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "App", "App\App.csproj", "{11111111-1111-1111-1111-111111111111}"
        EndProject
        Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "Lib", "Lib\Lib.csproj", "{22222222-2222-2222-2222-222222222222}"
        EndProject
        Global
        	GlobalSection(SolutionConfigurationPlatforms) = preSolution
        		Debug|Any CPU = Debug|Any CPU
        	EndGlobalSection
        EndGlobal

        """;

    private static JsonObject Assets(WireFolder folder) => new()
    {
        ["version"] = 3,
        ["targets"] = new JsonObject
        {
            ["net10.0"] = new JsonObject
            {
                ["Fake/1.0.0"] = new JsonObject { ["type"] = "package", ["compile"] = new JsonObject { ["lib/net10.0/nunit.framework.dll"] = new JsonObject() } },
            },
        },
        ["libraries"] = new JsonObject
        {
            ["Fake/1.0.0"] = new JsonObject { ["type"] = "package", ["path"] = "fake/1.0.0", ["files"] = new JsonArray("lib/net10.0/nunit.framework.dll") },
        },
        ["projectFileDependencyGroups"] = new JsonObject { ["net10.0"] = new JsonArray("Fake >= 1.0.0") },
        ["packageFolders"] = new JsonObject { [folder.PathOf("packages") + "/"] = new JsonObject() },
        ["project"] = new JsonObject { ["version"] = "1.0.0" },
    };
}
