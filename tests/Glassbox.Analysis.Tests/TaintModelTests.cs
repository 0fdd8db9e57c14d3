using Glassbox.Analysis.Taint.Modeling;

namespace Glassbox.Analysis.Tests;

public sealed class TaintModelTests
{
    public static IEnumerable<string> Files =>
        typeof(AnalysisEngine).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("TaintModel/", StringComparison.Ordinal));

    [TestCaseSource(nameof(Files))]
    public void BuiltInFile_IsUnderstoodWhole_AndSaysTheSameToAnyYamlReader(string name)
    {
        var text = TextOf(name);
        Assert.That(ModelReader.Read(name, text).Problems, Is.Empty);
        var plain = PlainModelLines.Read(text);
        Assert.That(plain, Is.Not.Null.And.Not.Empty);
        var (lines, problems) = ModelReader.ReadAsYaml(name, text);
        Assert.That(problems, Is.Empty);
        Assert.That(plain!.Select(Shown), Is.EqualTo(lines.Select(Shown)));
    }

    [TestCase("sinks:\n  - { member: A.B.Run, harm: sqk, at: [set] }", 2, "There is no harm 'sqk'; 'sql' is the nearest.")]
    [TestCase("sinks:\n  - { member: A.B.Run, harm: sql, harms: sql, at: [set] }", 2, "There is no key 'harms'; 'harm' is the nearest.")]
    [TestCase("sink:\n  - { member: A.B.Run, harm: sql, at: [set] }", 2, "There is no list 'sink'; 'sinks' is the nearest.")]
    [TestCase("sinks:\n\n  - { member: Run, harm: sql, at: [set] }", 3, "An entry needs 'member: Namespace.Type.Member'.")]
    [TestCase("sinks:\n  - { member: A.B.Run, harm: sql }", 2, "An entry of this list needs 'at'.")]
    [TestCase("sinks:\n  - { member: A.B.Run, harm: sql, at: [text#first] }", 2, "'text#first' is no position: write 'set', 'this', 'result' or 'parameter#index'.")]
    [TestCase("sources:\n  - { member: A.B.Run, is: it, trust: everybody }", 2, "There is no trust 'everybody'; there are remote, network, stored, local, operator.")]
    [TestCase("sources:\n  - member: A.B.Run\n    confidence: hihg\n", 2, "There is no confidence 'hihg'; 'high' is the nearest.")]
    [TestCase("- a\n- b", 1, "A model is a mapping with the keys sources, sinks, sanitizers, validators, flows.")]
    [TestCase("sinks: 3", 1, "'sinks' is a list of entries.")]
    public void Mistake_IsNamedWithItsLine_AndTheOtherEntriesHold(string text, int line, string message)
    {
        var reading = ModelReader.Read("team.yaml", text);
        Assert.That(reading.Problems.Select(problem => (problem.Line, problem.Message)), Is.EqualTo(new[] { (line, message) }));
        var longer = ModelReader.Read("team.yaml", text + (text.StartsWith("sinks:\n", StringComparison.Ordinal) ? "\n  - { member: A.B.Other, harm: sql, at: [set] }" : ""));
        if (text.StartsWith("sinks:\n", StringComparison.Ordinal)) Assert.That(longer.Entries.Select(entry => entry.Member), Is.EqualTo(new[] { "Other" }));
    }

    [Test]
    public void BrokenYaml_IsOneProblem() =>
        Assert.That(ModelReader.Read("team.yaml", "sinks:\n  - { member: A.B.Run, harm: sql").Problems.Single().Message, Does.StartWith("This is not YAML"));

    private static string Shown(ModelLine line) =>
        $"{line.List}({line.Line}): {string.Join("; ", line.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={string.Join(',', field.Value)}"))}";

    private static string TextOf(string name)
    {
        using var reader = new StreamReader(typeof(AnalysisEngine).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
