// ./build.sh <target> [--configuration=Debug] …      Targets: see the Task lines. The default is Build.
#load "build/tests.cake"

var target = Argument("target", "Build");
var configuration = Argument("configuration", "Release");
var host = "server/host/Glassbox.Host";
var published = Directory("artifacts/glassbox");

Task("Format")
    .Description("Writes every file as .editorconfig says; with --verify only says which would change.")
    .Does(() =>
{
    DotNetRestore("Lsp.sln");
    DotNet("format Lsp.sln --no-restore" + (HasArgument("verify") ? " --verify-no-changes" : ""));
});

Task("Build")
    .Description("Builds every project, warnings as errors.")
    .Does(() =>
{
    CheckThatSolutionIsComplete();
    DotNet($"build Lsp.sln -c {configuration} -nologo");
});

Task("Publish")
    .Description("The server, compiled ahead for this machine: artifacts/glassbox/glassbox.")
    .Does(() =>
{
    CleanDirectory(published);
    DotNet($"publish {host} -c {configuration} -o \"{published}\" -nologo");
});

Task("Pack")
    .Description("The server as a .NET tool: dotnet tool install --global Glassbox --add-source artifacts/tool")
    .Does(() =>
{
    CleanDirectory("artifacts/tool");
    DotNet($"pack {host} -c {configuration} -o artifacts/tool -nologo");
});

Task("DocGen")
    .Description("Writes protocol-docs/ and the clients' manifests from the code.")
    .Does(() => DotNet($"run --project build/Glassbox.DocGen -c {configuration}"));

Task("Test")
    .Description("Runs every tests/*.Tests; --only=Wire runs those whose name contains it; --long also what takes minutes; --limit=20 minutes for each.")
    .IsDependentOn("Build")
    .IsDependentOn("Publish")
    .Does(() => tests.RunAll());

Task("Try")
    .Description("A client on the console against the published server; --args=\"…\" go to it.")
    .IsDependentOn("Publish")
    .Does(() => RunProgram("tests/Glassbox.Try"));

Task("Bench")
    .Description("Measures the published server; --args=\"…\" go to it.")
    .IsDependentOn("Publish")
    .Does(() => RunProgram("tests/Glassbox.Bench"));

Task("Eval")
    .Description("Evaluates completion on a checkout, this one by default; --args=\"FOLDER… --files N\".")
    .Does(() => RunProgram("tests/Glassbox.Eval"));

var tests = new TestRuns(
    root: Context.Environment.WorkingDirectory.FullPath,
    configuration: configuration,
    server: PublishedServer(),
    only: Argument("only", ""),
    withLong: HasArgument("long"),
    limit: TimeSpan.FromMinutes(Argument("limit", 20)));

if (!string.Equals(target, "Test", StringComparison.OrdinalIgnoreCase))
{
    RunTarget(target);
    return;
}

// The count is the last line, whatever went wrong before it: a build that breaks leaves every project without results.
try
{
    RunTarget(target);
}
catch (Exception broken)
{
    Console.Error.WriteLine(broken.Message);
}
Environment.Exit(tests.Report());

string PublishedServer() => MakeAbsolute(published + File(IsRunningOnWindows() ? "glassbox.exe" : "glassbox")).FullPath;

void DotNet(string arguments)
{
    var exitCode = StartProcess("dotnet", new ProcessSettings { Arguments = arguments });
    if (exitCode != 0)
    {
        throw new CakeException(exitCode, $"dotnet {arguments.Split(' ')[0]} ended with {exitCode}; its output above says why.");
    }
}

void RunProgram(string folder)
{
    var name = System.IO.Path.GetFileName(folder);
    DotNet($"build {folder} -c {configuration} -nologo -v:q");
    var exitCode = StartProcess("dotnet", new ProcessSettings
    {
        Arguments = $"{folder}/bin/{configuration}/net10.0/{name}.dll {Argument("args", "")}",
        EnvironmentVariables = new Dictionary<string, string> { ["GLASSBOX_EXE"] = PublishedServer() },
    });
    if (exitCode != 0)
    {
        throw new CakeException(exitCode, $"{name} ended with {exitCode}.");
    }
}

void CheckThatSolutionIsComplete()
{
    var solution = System.IO.File.ReadAllText("Lsp.sln").Replace('\\', '/');
    var forgotten = GetFiles("server/*/*/*.csproj").Concat(GetFiles("tests/*/*.csproj")).Concat(GetFiles("build/*/*.csproj"))
        .Select(file => MakeAbsolute(Directory(".")).GetRelativePath(file).FullPath)
        .Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal))
        .ToList();
    if (forgotten.Count > 0)
    {
        throw new CakeException($"Not in Lsp.sln: dotnet sln Lsp.sln add {string.Join(' ', forgotten)}");
    }
}
