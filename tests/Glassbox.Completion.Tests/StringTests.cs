using Glassbox.Contracts.Completion;

namespace Glassbox.Completion.Tests;

/// <summary>Completion in strings that name something of the program or follow a grammar.</summary>
public sealed class StringTests
{
    [TestCase("var s = string.Format(\"{$0\", order, count);", "0 1", "2 order")]
    [TestCase("Console.WriteLine(\"a {0} {$0}\", order, count);", "0 1", "2")]
    [TestCase("var s = string.Format(\"{0:$0\", DateTime.Now);", "O yyyy-MM-dd HH", "N2")]
    [TestCase("var s = string.Format(\"{1:$0\", order, count);", "N2 X2", "yyyy")]
    [TestCase("var s = DateTime.Now.ToString(\"$0\");", "O s yyyy-MM-dd yyyy MM", "N2")]
    [TestCase("var s = DateTime.Now.ToString(\"yyyy-$0\");", "MM dd", "O yyyy-MM-dd")]
    [TestCase("var s = count.ToString(\"$0\");", "N2 X2 D4", "yyyy")]
    [TestCase("var s = Guid.NewGuid().ToString(\"$0\");", "N D B", "N2")]
    [TestCase("var s = order.Color.ToString(\"$0\");", "G X", "N2")]
    [TestCase("var s = TimeSpan.Zero.ToString(\"$0\");", "c g", "N2")]
    [TestCase("var s = $\"{count:$0}\";", "N2 X2", "yyyy")]
    [TestCase("var s = $\"{DateTime.Now:yyyy-$0}\";", "MM dd", "N2")]
    [TestCase("throw new ArgumentException(\"bad\", \"$0\");", "order count", "orders")]
    [TestCase("throw new ArgumentNullException(\"or$0\");", "order", "orders")]
    [TestCase("var r = new System.Text.RegularExpressions.Regex(@\"a\\$0\");", "\\d \\w \\s \\p{L}", "(?:)")]
    [TestCase("var r = System.Text.RegularExpressions.Regex.IsMatch(\"x\", \"($0\");", "(?:) (?<name>)", "\\d")]
    [TestCase("var u = new Uri(\"$0\");", "https:// http://", "N2")]
    public async Task String_Offers(string body, string expected, string refused)
    {
        var labels = await Fixture.InMethod(body).LabelsAsync();
        Assert.Multiple(() =>
        {
            Assert.That(expected.Split(' ').Except(labels), Is.Empty, "missing");
            Assert.That(refused.Split(' ').Intersect(labels), Is.Empty, "too many");
        });
    }

    [TestCase("var s = \"$0\";")]
    [TestCase("var s = string.Format(\"a $0\", order);")]
    [TestCase("var s = string.Format(\"{{$0\", order);")]
    [TestCase("throw new ArgumentException(\"$0\");")]
    [TestCase("var s = order.ToString() + \"$0\";")]
    [TestCase("var u = new Uri(\"https://a$0\");")]
    [TestCase("var x = new Unknown(\"$0\");")]
    [TestCase("var s = $\"{order:$0}\";")]
    public async Task FreeText_GetsNothing(string body) => Assert.That(await Fixture.InMethod(body).LabelsAsync(), Is.Empty);

    [TestCase("new System.Text.RegularExpressions.Regex(\"\\\\$0\");", "\\d", "Regex(\"\\\\d\");")]
    [TestCase("new System.Text.RegularExpressions.Regex(\"\\$0\");", "\\d", "Regex(\"\\\\d\");")]
    [TestCase("new System.Text.RegularExpressions.Regex(@\"\\$0\");", "\\d", "Regex(@\"\\d\");")]
    [TestCase("string.Format(\"{$0\", order);", "0", "Format(\"{0}\", order);")]
    [TestCase("string.Format(\"{$0}\", order);", "0", "Format(\"{0}\", order);")]
    [TestCase("throw new ArgumentNullException(\"or$0\");", "order", "(\"order\");")]
    [TestCase("throw new ArgumentNullException(\"$0", "order", "(\"order")]
    public async Task Accepted_StandsInTheString(string body, string label, string expected)
    {
        var fixture = Fixture.InMethod(body);
        var answer = await fixture.CompleteAsync();
        Assert.That(fixture.Accept(answer, answer.Candidates.First(candidate => candidate.Label == label)), Does.Contain(expected));
    }

    [TestCase("class C { [System.ComponentModel.DataAnnotations.RegularExpression(@\"\\$0\")] string P { get; set; } = \"\"; }", "\\d")]
    [TestCase("using System.Diagnostics.CodeAnalysis; class C { [StringSyntax(\"Regex\")] string p = @\"\\$0\"; }", "\\d")]
    [TestCase("using System.Diagnostics.CodeAnalysis; class C { void M([StringSyntax(\"DateTimeFormat\")] string f) { M(f: \"$0\"); } }", "yyyy-MM-dd")]
    [TestCase("class C { int Amount { get; } void Raise(string propertyName) { Raise(\"$0\"); } }", "Amount")]
    [TestCase("class C(int size) { void M() { throw new System.ArgumentException(\"\", \"$0\"); } }", "size")]
    public async Task Declared_IsKnown(string text, string expected) => Assert.That(await new Fixture(text).LabelsAsync(), Does.Contain(expected));

    [Test]
    public async Task Path_IsCompletedFromTheDocumentsFolder()
    {
        var folder = Directory.CreateTempSubdirectory("glassbox-paths");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "data"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "data", "prices-1.json"), "");
            var file = Path.Combine(folder.FullName, "A.cs");
            await File.WriteAllTextAsync(file, "");
            const string Around = "class C {{ void M() {{ System.IO.File.ReadAllText(\"{0}\"); }} }}";
            var top = await new Fixture(string.Format(null, Around, "$0"), file).CompleteAsync();
            Assert.That(top.Candidates.Select(candidate => (candidate.Label, candidate.Kind)), Is.EqualTo(new[] { ("data", CandidateKind.Folder), ("A.cs", CandidateKind.File) }));
            var fixture = new Fixture(string.Format(null, Around, "data/pri$0"), file);
            var inner = await fixture.CompleteAsync();
            Assert.That(fixture.Accept(inner, inner.Candidates.Single()), Does.Contain("(\"data/prices-1.json\")"));
            Assert.That(await new Fixture(string.Format(null, Around, "nowhere/$0"), file).LabelsAsync(), Is.Empty);
            Assert.That(await new Fixture(string.Format(null, Around, "//server/share/$0"), file).LabelsAsync(), Is.Empty, "no share is asked");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [TestCase("var x = 1; $0", ' ', false)]
    [TestCase("var x = $0", ' ', true)]
    [TestCase("return $0", ' ', true)]
    [TestCase("if (order $0", ' ', false)]
    [TestCase("var x = count / $0", '/', false)]
    [TestCase("var o = new Order { $0", '{', false)]
    [TestCase("var y = x ? order : $0", ':', false)]
    [TestCase("order.$0", '.', true)]
    public async Task TriggerInCode_OpensThePopupWhereSomethingIsExpected(string body, char trigger, bool opens)
    {
        var fixture = Fixture.InMethod(body);
        var query = new CompletionQuery(fixture.Path, fixture.Cursor, trigger, IsExplicit: false);
        var answer = await fixture.Engine.CompleteAsync(fixture.Snapshot, query, new Contracts.Settings.CompletionSettings(), CancellationToken.None);
        Assert.That(answer.Candidates, opens ? Is.Not.Empty : Is.Empty);
    }
}
