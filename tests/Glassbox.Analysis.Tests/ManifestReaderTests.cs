using Glassbox.Analysis.Dependencies.Manifests;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Tests;

internal sealed class ManifestReaderTests
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <ItemGroup Condition="'$(X)' != ''">
            <PackageReference Include="A" Version="1.0" />
            <PackageReference Include="B"><Version> $(BVersion) </Version><PrivateAssets>all</PrivateAssets></PackageReference>
            <PackageReference Include="C; D" VersionOverride="3.0" Version="2.0"/>
            <PackageReference Update="E" Version="5" />
            <PackageReference Update="F" PrivateAssets="all" />
            <PackageReference Remove="G" />
            <!-- <PackageReference Include="H" Version="1" /> -->
            <PackageDownload Include="I" Version="[1.0];[2.0]" />
            <packagereference include='J' version='7' />
            <GlobalPackageReference Include="K" Version="8" />
            <PackageVersion Include="L" Version="&lt;9" />
            <ProjectReference Include="x.csproj" />
          </ItemGroup>
        </Project>
        """;

    private const string PackagesConfig = """
        <?xml version="1.0" encoding="utf-8"?>
        <packages>
          <package id="A" version="1.0.0" targetFramework="net48" />
          <package id="B" version="2.0.0" developmentDependency="true" />
        </packages>
        """;

    private const string NuGetLock = """
        { "version": 1, "dependencies": { "net10.0": {
          "A": { "type": "Direct", "requested": "[1.0.0, )", "resolved": "1.0.1", "contentHash": "x" },
          "B": { "type": "Transitive", "resolved": "2.0.0", "dependencies": { "C": "1.0.0" } },
          "shop": { "type": "Project" } } } }
        """;

    private const string Package = """
        {
          // Comments are no JSON, but usual.
          "name": "é😀\u00e9",
          "dependencies": { "a": "^1.2.3", "@scope/b": "workspace:*", },
          "devDependencies": { "c": "~2", "mine": "npm:@scope/theirs@^4.0.0", "yours": "npm:theirs" },
          "peerDependencies": { "d": ">=3 <5" },
          "optionalDependencies": { "e": "latest" },
          "files": ["x", { "dependencies": { "no": "1" } }]
        }
        """;

    private const string PackageLock = """
        { "lockfileVersion": 3, "packages": {
          "": { "name": "shop", "version": "1.0.0", "dependencies": { "a": "^1" } },
          "node_modules/a": { "version": "1.2.3", "integrity": "x" },
          "node_modules/a/node_modules/@scope/b": { "version": "2.0.0", "dev": true },
          "node_modules/mine": { "name": "theirs", "version": "3.0.0" },
          "node_modules/local": { "resolved": "packages/local", "link": true },
          "packages/local": { "version": "0.0.1" } },
          "dependencies": { "a": { "version": "1.2.3" } } }
        """;

    private const string OldPackageLock = """
        { "lockfileVersion": 1, "dependencies": {
          "a": { "version": "1.2.3", "requires": { "b": "^2" }, "dependencies": { "b": { "version": "2.0.0" } } },
          "c": { "version": "3.0.0", "dev": true } } }
        """;

    private const string Requirements = """
        # All of it.
        requests==2.31.0 --hash=sha256:abc \
            --hash=sha256:def
        Flask[async]>=2,<3 ; python_version < "3.12"  # note
        -r other.txt
        -e ./local
          --index-url https://shop.net/simple
        ./wheel-1.0.whl
        dist/wheel-1.0.whl
        git+https://github.com/a/b.git@v1#egg=b
        c @ https://shop.net/c-1.0.tar.gz
        uvicorn
        old (>=1.0)
        """;

    private const string PyProject = """
        [project]
        name = "shop"
        dependencies = [
          "requests>=2.31",
          'rich[jupyter] ~= 13.0 ; python_version > "3.8"', # note
        ]
        [project.optional-dependencies]
        docs = ["sphinx"]
        [dependency-groups]
        dev = ["pytest>=8", { include-group = "lint" }]
        [build-system]
        requires = ["hatchling"]
        [tool.poetry.dependencies]
        python = "^3.11"
        httpx = "^0.27"
        pandas = { version = "^2", optional = true }
        numpy = [ { version = "1.26", python = "<3.12" }, { version = "2.0" } ]
        core = { path = "../core" }
        [tool.poetry.group.test.dependencies]
        pytest-cov = "*"
        [tool.other]
        text = '''
        dependencies = [ "no" ]
        '''
        """;

    private const string Pom = """
        <?xml version="1.0"?>
        <!DOCTYPE project [ <!ENTITY x "y"> ]>
        <project>
          <parent><groupId>net.shop</groupId><artifactId>base</artifactId><version>7</version></parent>
          <dependencies>
            <dependency>
              <groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId><version>${slf4j.version}</version>
              <exclusions><exclusion><groupId>a</groupId><artifactId>b</artifactId></exclusion></exclusions>
            </dependency>
            <dependency><groupId>junit</groupId><artifactId>junit</artifactId><version>4.13</version><scope>test</scope></dependency>
          </dependencies>
          <build><plugins><plugin><artifactId>maven-jar-plugin</artifactId></plugin></plugins></build>
        </project>
        """;

    private const string GoMod = """
        module shop.net/a // the shop

        go 1.22

        require github.com/a/b v1.2.3
        require (
            github.com/c/d v0.0.0-20200101000000-abcdef123456 // indirect
            "github.com/e/f" v2.0.0+incompatible
        )
        replace github.com/a/b => ../b
        exclude (
            github.com/a/b v1.2.2
        )
        """;

    private const string Cargo = """
        [package]
        name = "shop"
        version = "0.1.0"

        [dependencies]
        serde = { version = "1.0", features = ["derive"] }
        rand = "0.8" # note
        local = { path = "../local" }
        mine = { package = "theirs", version = "2" }
        shared.workspace = true

        [dependencies.tokio]
        version = "1"
        features = [
          "full",
        ]

        [dev-dependencies]
        proptest = '1.4'

        [target.'cfg(windows)'.dependencies]
        winapi = "0.3"

        [workspace.dependencies]
        "log" = "0.4"
        """;

    private static readonly (string File, string Text)[] Samples =
    [
        ("a.csproj", Project), ("packages.config", PackagesConfig), ("packages.lock.json", NuGetLock), ("package.json", Package), ("package-lock.json", PackageLock), ("npm-shrinkwrap.json", OldPackageLock),
        ("requirements.txt", Requirements), ("pyproject.toml", PyProject), ("pom.xml", Pom), ("go.mod", GoMod), ("Cargo.toml", Cargo),
    ];

    [TestCase("a.csproj", "A 1.0|B $(BVersion) dev|C 3.0|D 3.0|E 5|I [1.0]|I [2.0]|J 7|K 8 dev|L <9")]
    [TestCase("packages.config", "A 1.0.0|B 2.0.0 dev")]
    [TestCase("packages.lock.json", "A 1.0.1|B 2.0.0")]
    [TestCase("package.json", "a ^1.2.3|@scope/b workspace:*|c ~2 dev|@scope/theirs ^4.0.0 dev|theirs - dev|d >=3 <5|e latest")]
    [TestCase("package-lock.json", "a 1.2.3|@scope/b 2.0.0 dev|theirs 3.0.0")]
    [TestCase("npm-shrinkwrap.json", "a 1.2.3|b 2.0.0|c 3.0.0 dev")]
    [TestCase("requirements.txt", "requests ==2.31.0|Flask >=2,<3|c -|uvicorn -|old >=1.0")]
    [TestCase("pyproject.toml", "requests >=2.31|rich ~= 13.0|sphinx -|pytest >=8 dev|hatchling - dev|httpx ^0.27|pandas ^2|numpy 1.26|pytest-cov * dev")]
    [TestCase("pom.xml", "net.shop:base 7|org.slf4j:slf4j-api ${slf4j.version}|junit:junit 4.13 dev|org.apache.maven.plugins:maven-jar-plugin - dev")]
    [TestCase("go.mod", "github.com/a/b v1.2.3|github.com/c/d v0.0.0-20200101000000-abcdef123456|github.com/e/f v2.0.0+incompatible")]
    [TestCase("Cargo.toml", "serde 1.0|rand 0.8|theirs 2|shared -|tokio 1|proptest 1.4 dev|winapi 0.3|log 0.4")]
    public void Sample_DeclaresWhatIsWritten(string file, string expected) => Check(file, Samples.Single(sample => sample.File == file).Text, expected);

    [TestCase("src/Directory.Packages.props", "<Project><ItemGroup><PackageVersion Include=\"A\" Version=\"1\" /></ItemGroup></Project>", "A 1")]
    [TestCase("requirements-dev.txt", "pytest>=8", "pytest >=8 dev")]
    [TestCase("requirements/test.txt", "\uFEFFpytest", "pytest - dev")]
    [TestCase("package.json", "\uFEFF{ \"dependencies\": { \"a\": \"1\" } }", "a 1")]
    [TestCase("Cargo.toml", "[dependencies]\r\na = \"1\"\r\n", "a 1")]
    public void Manifest_DeclaresWhatIsWritten(string file, string text, string expected) => Check(file, text, expected);

    [Test]
    public void Spans_AreThoseOfTheNamesAndVersions()
    {
        foreach (var (file, text) in Samples)
        {
            foreach (var dependency in ManifestReader.Read(file, text).Dependencies)
            {
                var name = text.Substring(dependency.NameSpan.Start, dependency.NameSpan.Length);
                // An alias stands for another name, and Maven's name has two places.
                Assert.That((name is "mine" or "yours") ? dependency.Name : name, Is.EqualTo(dependency.Name[(dependency.Name.LastIndexOf(':') + 1)..]), file);
                if (dependency.VersionSpan is not { } span) Assert.That(dependency.Version, Is.Null);
                else Assert.That(text.Substring(span.Start, span.Length), Is.EqualTo(dependency.Version!.Replace("<9", "&lt;9", StringComparison.Ordinal)), file);
            }
        }
    }

    [TestCase("a.csproj", "", "", 1)]
    [TestCase("a.csproj", "no XML at all", "", 1)]
    [TestCase("a.csproj", "<Project><PackageReference Include=\"A\" Version=\"1\" />", "A 1", 1)]
    [TestCase("a.csproj", "<Project><PackageReference Include=\"A\" Version=\"1 />\n<PackageReference Include=\"B\" Version=\"2\" /></Project>", "A -|B 2", 2)]
    [TestCase("a.csproj", "<Project><ItemGroup></Project><PackageReference Include=\"A\" Version=\"1\" /></ItemGroup>", "A 1", 2)]
    [TestCase("a.csproj", "<Project><PackageReference Include=A Version=\"1\" /></Project>", "", 2)]
    [TestCase("a.csproj", "<Project><!-- <PackageReference Include=\"A\" /></Project>", "", 2)]
    [TestCase("a.csproj", "<Project><PackageReference Include=\"A\"", "A -", 2)]
    [TestCase("package.json", "", "", 1)]
    [TestCase("package.json", "{ \"dependencies\": { \"a\": \"1\", \"b\": ", "a 1", 1)]
    [TestCase("package.json", "{ \"dependencies\": { \"a\": \"1\" \"b\": \"2\" } }", "a 1", 1)]
    [TestCase("package.json", "{ \"dependencies\": [\"a\"], \"devDependencies\": { \"b\": 2, \"c\": null, \"d\": \"\" } }", "d - dev", 0)]
    [TestCase("package.json", "[]", "", 0)]
    [TestCase("package.json", "{ \"dependencies\": { \"a\": \"\\ud800\" } }", "", 1)]
    [TestCase("package-lock.json", "{ \"packages\": { \"node_modules/\": { \"version\": \"1\" }, \"node_modules/a\": { \"version\": 1 } } }", "", 0)]
    [TestCase("requirements.txt", "requests==1\n!!!\n==2\nflask", "requests ==1|flask -", 2)]
    [TestCase("requirements.txt", "a[b\nc 1.0\n", "", 2)]
    [TestCase("pyproject.toml", "[project]\ndependencies = [ \"a>=1\",\n\"b", "a >=1", 1)]
    [TestCase("pyproject.toml", "[project\n[project]\ndependencies = [\"a\", 7, \"!\"]", "a -", 2)]
    [TestCase("Cargo.toml", "[dependencies]\na = \"1\nb = \"2\"\n= 3\nc = { version = \"3\"\nx\nd = '4' e", "a -|b 2|c 3|d 4", 4)]
    [TestCase("Cargo.toml", "[dependencies]\na = \"1\" b = \"2\"", "a 1", 1)]
    [TestCase("pom.xml", "<project><dependencies><dependency><artifactId>a</artifactId></dependency></dependencies></project>", "", 0)]
    [TestCase("go.mod", "requires a v1\nrequire a\nrequire (\n b v1", "b v1", 3)]
    [TestCase("notes.txt", "a==1", "", 0)]
    public void BrokenManifest_HasProblemsAndKeepsTheRest(string file, string text, string expected, int problems)
    {
        var manifest = ManifestReader.Read(file, text);
        Assert.That(Shown(manifest), Is.EqualTo(expected));
        Assert.That(manifest.Problems, Has.Length.EqualTo(problems));
    }

    [Test]
    public void PartOfAManifest_NeverThrows()
    {
        foreach (var (file, text) in Samples)
        {
            for (var at = 0; at < text.Length; at++)
            {
                Contained(file, text[..at]);
                Contained(file, text[at..]);
                Contained(file, text.Remove(at, 1));
                Contained(file, text.Insert(at, "\""));
            }
        }

        static void Contained(string file, string text)
        {
            var manifest = ManifestReader.Read(file, text);
            var whole = new TextSpan(0, text.Length);
            Assert.That(manifest.Dependencies.All(dependency => whole.Contains(dependency.NameSpan) && (dependency.VersionSpan is not { } version || whole.Contains(version))), Is.True, text);
            Assert.That(manifest.Problems.All(problem => whole.Contains(problem.Span)), Is.True, text);
        }
    }

    [Test]
    public void DeepNesting_IsNotFollowed()
    {
        var depth = 100_000;
        Assert.That(ManifestReader.Read("a.csproj", string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</b>", depth))).Problems, Is.Not.Empty);
        Assert.That(ManifestReader.Read("package.json", "{\"dependencies\":" + string.Concat(Enumerable.Repeat("{\"a\":", depth))).Problems, Is.Not.Empty);
        Assert.That(ManifestReader.Read("Cargo.toml", "a = " + new string('[', depth)).Problems, Is.Not.Empty);
    }

    [TestCase("Directory.Build.targets")]
    [TestCase("a\\b\\My.FSPROJ")]
    [TestCase("dev-requirements.txt")]
    [TestCase("sub/requirements.in.txt")]
    public void Manifest_IsKnownByItsName(string file) => Assert.That(ManifestReader.IsManifest(file), Is.True);

    [TestCase("a.cs")]
    [TestCase("requirements.md")]
    [TestCase("tsconfig.json")]
    [TestCase("my-package.json")]
    [TestCase("")]
    public void OtherFiles_AreNoManifests(string file) => Assert.That(ManifestReader.IsManifest(file), Is.False);

    private static void Check(string file, string text, string expected)
    {
        Assert.That(ManifestReader.IsManifest(file), Is.True);
        var manifest = ManifestReader.Read(file, text);
        Assert.That(manifest.Problems, Is.Empty);
        Assert.That(Shown(manifest), Is.EqualTo(expected));
    }

    private static string Shown(Manifest manifest) =>
        string.Join('|', manifest.Dependencies.Select(dependency => $"{dependency.Name} {dependency.Version ?? "-"}{(dependency.IsDevelopment ? " dev" : "")}"));
}
