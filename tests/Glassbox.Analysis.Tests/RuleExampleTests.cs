using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Tests;

public sealed class RuleExampleTests
{
    public static IEnumerable<RuleInfo> Rules => new AnalysisEngine().Rules;

    [TestCaseSource(nameof(Rules))]
    public async Task BadExample_HasTheFindingAndNoOther(RuleInfo rule)
    {
        var code = Code.Of(rule.BadExample);
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That((await code.FindingsAsync()).Select(finding => finding.RuleId), Is.EqualTo(new[] { rule.Id }));
    }

    [TestCaseSource(nameof(Rules))]
    public async Task GoodExample_HasNone(RuleInfo rule)
    {
        var code = Code.Of(rule.GoodExample);
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That(await code.FindingsAsync(), Is.Empty);
    }

    [Test]
    public void Rules_AreInOrderAndComplete()
    {
        var rules = new AnalysisEngine().Rules;
        Assert.That(rules.Select(rule => rule.Id), Is.Ordered.And.Unique);
        foreach (var rule in rules)
        {
            Assert.That(rule.Cwe, Is.Not.Empty, rule.Id);
            Assert.That(rule.Title, Does.Not.EndWith("."), rule.Id);
            Assert.That(rule.Description.Length, Is.GreaterThan(80), rule.Id);
            Assert.That(rule.Remedy, Is.Not.Empty, rule.Id);
        }
    }

    [TestCaseSource(nameof(Rules))]
    public async Task Explain_TellsRuleMessageRemedyAndWeakness(RuleInfo rule)
    {
        var finding = (await Code.Of(rule.BadExample).FindingsAsync()).Single();
        var text = new AnalysisEngine().Explain(finding);
        Assert.That(text, Does.Contain(rule.Title).And.Contain(finding.Message).And.Contain($"CWE-{rule.Cwe[0]}").And.Contain("How to make it safe"));
        if (finding.Trace.Length > 0) Assert.That(text, Does.Contain("1. ").And.Contain("Main.cs:"));
    }
}
