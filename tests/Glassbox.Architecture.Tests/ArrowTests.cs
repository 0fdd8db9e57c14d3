using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Glassbox.Architecture.Tests;

/// <summary>Holds the code to the table in <see cref="Arrows"/>.</summary>
public sealed class ArrowTests
{
    private const string Prefix = "Glassbox.";

    private static IEnumerable<string> Projects => RepositoryFiles.Projects;

    [TestCaseSource(nameof(Projects))]
    public void Project_NamesOnlyWhatTheTableAllows(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        Assert.That(Arrows.Table.Keys, Does.Contain(name), "a new project belongs into the table");
        var allowed = Arrows.Table[name];
        Assert.That(References(path, "ProjectReference").Select(Short), Is.SubsetOf(allowed.Projects));
        Assert.That(References(path, "PackageReference"), Is.SubsetOf(allowed.Packages));
    }

    [Test]
    public void Table_HasNoProjectThatIsGone() =>
        Assert.That(Arrows.Table.Keys, Is.SubsetOf(RepositoryFiles.Projects.Select(Path.GetFileNameWithoutExtension)));

    [TestCaseSource(nameof(Projects))]
    public void Table_AllowsNothingThatIsNotNeeded(string path)
    {
        var allowed = Arrows.Table[Path.GetFileNameWithoutExtension(path)];
        Assert.That(allowed.Projects, Is.SubsetOf(References(path, "ProjectReference").Select(Short)));
        Assert.That(allowed.Packages, Is.SubsetOf(References(path, "PackageReference")));
    }

    [Test]
    public void Table_HasNoCircle()
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var project in Arrows.Table.Keys) Visit(project, []);

        void Visit(string project, string[] way)
        {
            Assert.That(way, Does.Not.Contain(project), () => string.Join(" -> ", way));
            if (!done.Add(project)) return;
            foreach (var next in Arrows.Table[project].Projects) Visit(Prefix + next, [.. way, project]);
        }
    }

    [TestCaseSource(typeof(Arrows), nameof(Arrows.Sources))]
    public void ServerSources_SpeakOnlyOfWhatIsTheirs(object reserved) => Check((Arrows.Reserved)reserved, "server/");

    [TestCaseSource(typeof(Arrows), nameof(Arrows.TestSources))]
    public void TestSources_SpeakOnlyOfWhatIsTheirs(object reserved) => Check((Arrows.Reserved)reserved, "tests/");

    [Test]
    public void WireClient_SharesNothingWithTheServer()
    {
        // Only what compares findings with a fixture's notes may know the contract's positions.
        var sources = RepositoryFiles.Sources("tests/Glassbox.Testing/Wire/").Where(path => RepositoryFiles.Read(path).Contains("Glassbox.Contracts", StringComparison.Ordinal));
        Assert.That(sources, Is.SubsetOf(new[] { "tests/Glassbox.Testing/Wire/LanguageRequests.cs" }));
    }

    [Test]
    public void Scanner_SeesCodeAndNotCommentsOrTexts()
    {
        Assert.That(CodeOf("var a = \"Console.Out\"; // Console.Error\n/// Console.In\n/* Console.A */ Console.Beep();"), Does.Contain("Console.Beep").And.Not.Contain("Out").And.Not.Contain("Error").And.Not.Contain("In").And.Not.Contain("Console.A"));
        Assert.That(CodeOf("var a = \"\"\"\nConsole.Out \"\n\"\"\"; Console.Beep(); var b = @\"x\"\"Console.C\";"), Does.Contain("Console.Beep").And.Not.Contain("Out").And.Not.Contain("Console.C"));
    }

    private static void Check(Arrows.Reserved reserved, string folder)
    {
        var pattern = new Regex(reserved.Pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
        var found =
            from path in RepositoryFiles.Sources(folder)
            where !reserved.Only.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal))
            let code = CodeOf(RepositoryFiles.Read(path)).Split('\n')
            from line in Enumerable.Range(0, code.Length)
            where pattern.IsMatch(code[line])
            select $"{path}:{line + 1}: {code[line].Trim()}";
        Assert.That(found, Is.Empty, reserved.Why);
    }

    // Texts become "" and comments nothing, line breaks stay: enough to look for names, without a C# parser.
    private static string CodeOf(string source)
    {
        const string Texts = """(?<text>\$*(?<quotes>"{3,})(.|\n)*?\k<quotes>|\$?@\$?"([^"]|"")*"|\$?"(\\.|[^"\\\n])*"|'(\\.|[^'\\\n])+')""";
        const string Comments = @"(?<comment>//[^\n]*|/\*(.|\n)*?\*/)";
        return Regex.Replace(
            source,
            $"{Texts}|{Comments}",
            match => (match.Groups["text"].Success ? "\"\"" : "") + new string('\n', match.Value.Count(character => character == '\n')),
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(10));
    }

    private static IEnumerable<string> References(string path, string element) =>
        XDocument.Parse(RepositoryFiles.Read(path)).Descendants(element).Select(reference => (string)reference.Attribute("Include")!);

    private static string Short(string projectPath)
    {
        var name = Path.GetFileNameWithoutExtension(projectPath.Replace('\\', '/'));
        return name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;
    }
}
