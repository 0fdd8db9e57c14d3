using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Glassbox.Testing;

namespace Glassbox.Architecture.Tests;

/// <summary>What keeps a repository one that any machine can build and any person can read.</summary>
public sealed class TidyTests
{
    private const int LongFile = 400;

    private static readonly string[] TextExtensions =
    [
        ".cs", ".csproj", ".props", ".targets", ".proj", ".sln", ".slnx", ".cake", ".sh", ".ps1", ".md", ".json", ".yml", ".yaml", ".lua", ".ts", ".kt", ".kts", ".xml", ".txt",
        ".editorconfig", ".gitignore", ".gitattributes", ".vim", ".toml", "", ".config", ".http",
    ];

    // Put together at run time, so that this file does not hold what it looks for.
    private static readonly (string What, string Pattern)[] Refused =
    [
        ("a home folder", @"(?<![\w.])/(home|Users)/(?!user\b|me\b|you\b|runner\b)[a-z][\w-]*/|(?<![\w./])/ro" + @"ot/|[A-Z]:\\Users\\"),
        ("a machine's working folder", @"(?<![\w.$}])/wo" + @"rk/(main|shared|in)\b|(?<![\w.])/tm" + @"p/(?!CoreFx)[\w-]+/|/\.libra" + "ry/"),
        ("a package registry's host", @"https?://[\w.-]*\b(registry|pypi|deb|mirror|proxy|artifactory|nexus)\b[\w.-]*\.[a-z]+|https?://(api|registry|deb)\.|https?://\d+\.\d+\.\d+\.\d+"),
    ];

    // What may be named: public addresses that are part of a format or of a product, and tests about addresses.
    private static readonly string[] PublicHosts = ["http://127.0.0.1"];

    private static IEnumerable<string> Texts => RepositoryFiles.All.Where(path => TextExtensions.Contains(Path.GetExtension(path).ToLowerInvariant(), StringComparer.Ordinal));

    [TestCaseSource(nameof(Refused))]
    public void NoText_NamesAMachine((string What, string Pattern) refused)
    {
        var pattern = new Regex(refused.Pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
        var found =
            from path in Texts
            where !path.EndsWith("package-lock.json", StringComparison.Ordinal)
            let lines = RepositoryFiles.Read(path).Split('\n')
            from line in Enumerable.Range(0, lines.Length)
            from match in pattern.Matches(lines[line])
            where !PublicHosts.Any(host => lines[line].AsSpan(match.Index).StartsWith(host))
            select $"{path}:{line + 1}: {match.Value}";
        Assert.That(found, Is.Empty, refused.What);
    }

    [Test]
    public void Texts_AreUtf8WithUnixLineEnds()
    {
        string[] windows = [".ps1", ".sln"];
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        foreach (var path in Texts.Where(path => !windows.Contains(Path.GetExtension(path), StringComparer.Ordinal) && !path.StartsWith("samples/", StringComparison.Ordinal)))
        {
            var bytes = File.ReadAllBytes(Repository.Combine(path));
            Assert.That(() => strict.GetString(bytes), Throws.Nothing, path);
            Assert.That(bytes, Does.Not.Contain((byte)'\r'), path);
        }
    }

    [Test]
    public void Solution_ContainsEveryProject()
    {
        var solution = RepositoryFiles.Read("Lsp.sln").Replace('\\', '/');
        var listed = Regex.Matches(solution, "\"(?<path>[^\"]+\\.csproj)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)).Select(match => match.Groups["path"].Value);
        Assert.That(listed, Is.EquivalentTo(RepositoryFiles.Projects));
    }

    [Test]
    public void Versions_StandInOnePlace()
    {
        var elsewhere =
            from path in RepositoryFiles.All
            where Path.GetExtension(path) is ".csproj" or ".props" or ".targets" or ".proj"
            where path is not "Directory.Packages.props" && !path.StartsWith("samples/", StringComparison.Ordinal)
            // The feed asks a registry for exactly what it would make itself; those versions are its own subject.
            where !path.StartsWith("build/feed/", StringComparison.Ordinal)
            from reference in XDocument.Parse(RepositoryFiles.Read(path)).Descendants()
            where reference.Name.LocalName is "PackageReference" or "PackageVersion" or "PackageDownload"
            where reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null || reference.Element("Version") is not null
            select $"{path}: {reference}";
        Assert.That(elsewhere, Is.Empty);
    }

    [Test]
    public void Versions_AreAllUsed()
    {
        var projects = string.Concat(RepositoryFiles.All
            .Where(path => Path.GetExtension(path) is ".csproj" or ".props" or ".targets" && path is not "Directory.Packages.props")
            .Select(RepositoryFiles.Read));
        var declared = XDocument.Parse(RepositoryFiles.Read("Directory.Packages.props")).Descendants("PackageVersion").Select(version => (string)version.Attribute("Include")!);
        Assert.That(declared.Where(name => !projects.Contains($"PackageReference Include=\"{name}\"", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void LongFiles_HaveAReason()
    {
        var found = RepositoryFiles.All
            .Where(path => Path.GetExtension(path) is ".cs" or ".ts" or ".kt" or ".lua" or ".cake")
            .Where(path => RepositoryFiles.Read(path).Count(character => character == '\n') > LongFile);
        Assert.That(found, Is.EquivalentTo(Arrows.LongFiles.Keys), $"a file over {LongFile} lines wants a second room, or a reason in the list");
        Assert.That(Arrows.LongFiles.Values, Is.All.Not.Empty);
    }

    [Test]
    public void Namespaces_FollowFolders()
    {
        // Verify's own namespaces, so that the real package can take over.
        string[] borrowed = ["tests/Glassbox.Testing/Snapshots/"];
        var wrong =
            from path in RepositoryFiles.Sources("server/").Concat(RepositoryFiles.Sources("tests/"))
            where !borrowed.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal))
            let declared = Regex.Match(RepositoryFiles.Read(path), @"^namespace (?<name>[\w.]+);", RegexOptions.ExplicitCapture | RegexOptions.Multiline, TimeSpan.FromSeconds(10)).Groups["name"].Value
            where declared.Length > 0 && declared != Expected(path)
            select $"{path}: {declared}";
        Assert.That(wrong, Is.Empty);

        static string Expected(string path)
        {
            var folders = path.Split('/')[..^1];
            var project = Array.FindIndex(folders, folder => folder.StartsWith("Glassbox.", StringComparison.Ordinal));
            return string.Join('.', folders[project..]);
        }
    }

    [Test]
    public void NoTest_IsLeftOutWithoutAReason()
    {
        // What cannot be tested on this machine says why, and is counted as skipped; what merely passes is no test.
        var patterns = new[] { "[Igno" + "re", "Assert.Igno" + "re()", "Assert.Inconc" + "lusive(", "Assert.Pa" + "ss(" };
        var found = RepositoryFiles.Sources("tests/").Where(path => patterns.Any(pattern => RepositoryFiles.Read(path).Contains(pattern, StringComparison.Ordinal)));
        Assert.That(found, Is.Empty);
    }
}
