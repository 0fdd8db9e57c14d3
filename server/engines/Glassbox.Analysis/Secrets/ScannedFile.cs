namespace Glassbox.Analysis.Secrets;

/// <summary>What a file's name says about the secrets in it.</summary>
/// <param name="Name">The last part of the path, in lower case.</param>
/// <param name="IsLockFile">Written by a package manager: full of hashes.</param>
/// <param name="IsMinified">Written for machines.</param>
/// <param name="IsFixture">Belongs to tests or samples, where made-up credentials are usual.</param>
internal sealed record ScannedFile(string Name, FileLanguage Language, bool IsLockFile, bool IsMinified, bool IsFixture)
{
    private static readonly string[] LockFiles =
    [
        "package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "packages.lock.json", "project.assets.json", "go.sum", "bun.lockb", "deno.lock",
    ];

    private static readonly string[] FixtureFolders =
    [
        "test", "tests", "__tests__", "testing", "spec", "specs", "fixture", "fixtures", "__fixtures__", "testdata", "test-data", "test_data", "mocks", "__mocks__", "sample", "samples", "example",
        "examples", "e2e",
    ];

    private static readonly string[] FixtureEndings = [".tests", ".test", ".unittests", ".integrationtests", "-tests", "_tests"];

    /// <summary>Reads a path with separators of any system, or a mere name.</summary>
    public static ScannedFile Of(string path)
    {
        var parts = path.ToLowerInvariant().Split('/', '\\');
        var name = parts[^1];
        return new ScannedFile(name, LanguageOf(name), IsLock(name), IsForMachines(name), parts[..^1].Any(IsFixtureFolder) || IsTestFile(name));
    }

    private static bool IsLock(string name) => name.EndsWith(".lock", StringComparison.Ordinal) || LockFiles.Contains(name, StringComparer.Ordinal);

    private static bool IsForMachines(string name) =>
        name.EndsWith(".min.js", StringComparison.Ordinal) || name.EndsWith(".min.css", StringComparison.Ordinal) || name.EndsWith(".map", StringComparison.Ordinal);

    private static bool IsFixtureFolder(string folder) =>
        FixtureFolders.Contains(folder, StringComparer.Ordinal) || FixtureEndings.Any(ending => folder.EndsWith(ending, StringComparison.Ordinal));

    private static bool IsTestFile(string name)
    {
        var dot = name.LastIndexOf('.');
        var stem = dot > 0 ? name[..dot] : name;
        return stem.EndsWith("_test", StringComparison.Ordinal) || stem.EndsWith(".test", StringComparison.Ordinal) || stem.EndsWith(".spec", StringComparison.Ordinal)
            || stem.EndsWith("tests", StringComparison.Ordinal) || stem.StartsWith("test_", StringComparison.Ordinal);
    }

    private static FileLanguage LanguageOf(string name)
    {
        if (name is ".npmrc" or ".yarnrc" or ".netrc" or "_netrc" or ".pgpass" or ".pypirc" or ".gitconfig" or ".git-credentials" or "credentials" or "config" || IsEnvironment(name)) return FileLanguage.Settings;
        if (name is "makefile" or "procfile" or "jenkinsfile" || name.StartsWith("dockerfile", StringComparison.Ordinal) || name.EndsWith(".dockerfile", StringComparison.Ordinal)) return FileLanguage.Shell;
        return Path.GetExtension(name) switch
        {
            ".json" or ".jsonc" or ".json5" or ".tfstate" or ".ipynb" or ".har" => FileLanguage.Json,
            ".yml" or ".yaml" => FileLanguage.Yaml,
            ".xml" or ".config" or ".csproj" or ".fsproj" or ".vbproj" or ".props" or ".targets" or ".pubxml" or ".publishsettings" or ".html" or ".htm" or ".xhtml" or ".xaml" or ".svg" or ".plist"
                or ".resx" or ".nuspec" or ".cshtml" or ".razor" or ".wsdl" => FileLanguage.Markup,
            ".properties" or ".ini" or ".env" or ".conf" or ".cfg" or ".cnf" or ".inf" or ".settings" => FileLanguage.Settings,
            ".sh" or ".bash" or ".zsh" or ".fish" or ".bat" or ".cmd" or ".bashrc" or ".zshrc" or ".profile" or ".bash_history" => FileLanguage.Shell,
            "" or ".txt" or ".md" or ".markdown" or ".rst" or ".adoc" or ".log" or ".csv" or ".tsv" or ".pem" or ".key" or ".crt" or ".cer" or ".asc" => FileLanguage.Text,
            _ => FileLanguage.Code,
        };
    }

    // ".env", ".env.local", "production.env": the extension of the second one says nothing.
    private static bool IsEnvironment(string name) => name is ".env" or ".envrc" || name.StartsWith(".env.", StringComparison.Ordinal);
}
