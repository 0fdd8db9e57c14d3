using System.Collections.Immutable;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Settings;

namespace Glassbox.Analysis.Tests;

public sealed class EngineTests
{
    private const string Two = """
        class Log
        {
            public async Task One() { Task.Delay(1); await Task.Yield(); }
            public async Task Two() { Task.Delay(1); Task.Delay(1); await Task.Yield(); }
        }
        """;

    [TestCase("// glassbox:ignore GB3004 -- meant so\n        Task.Delay(1);", 0)]
    [TestCase("Task.Delay(1); // glassbox:ignore GB3004 -- meant so", 0)]
    [TestCase("// glassbox:ignore GB3004, GB1001 -- both\n        // and more words\n        Task.Delay(1);", 0)]
    [TestCase("// glassbox:ignore GB3004\n        Task.Delay(1);", 1)]
    [TestCase("// glassbox:ignore GB3004 --\n        Task.Delay(1);", 1)]
    [TestCase("// glassbox:ignore GB1001 -- another rule\n        Task.Delay(1);", 1)]
    public async Task Suppression_NeedsItsRuleAndAReason(string statements, int count) =>
        Assert.That(await Code.Of(PatternRuleTests.Method(statements)).FindingsAsync(), Has.Length.EqualTo(count));

    [TestCase("false positive")]
    [TestCase("accepted risk")]
    [TestCase("reviewed")]
    public async Task SuppressAction_PutsTheCommentAboveWithTheSameIndentation(string reason)
    {
        var code = Code.Of(PatternRuleTests.Method("Task.Delay(1);").ReplaceLineEndings("\r\n"));
        var offer = (await code.OffersAsync()).Single(one => one.Id.Kind == CodeActionKind.Suppress && one.Id.FixId == reason);
        var text = await code.ApplyAsync(offer.Id);
        Assert.That(text, Does.Contain($"        // glassbox:ignore GB3004 -- {reason}\r\n        Task.Delay(1);\r\n"));
        Assert.That(await code.Edited(text).FindingsAsync(), Is.Empty);
    }

    [Test]
    public async Task FixAll_OfARule_FixesEveryFindingOfItsScope()
    {
        var code = Code.Of(Two, ("/App/Other.cs", "class Other { async Task Three() { Task.Delay(3); await Task.Yield(); } public void Left() { Task.Delay(4); } }"));
        var offers = await code.OffersAsync();
        var document = await code.ResolveAsync(offers.Single(one => one.Id is { Kind: CodeActionKind.FixAllOfRule, Scope: FixScope.Document }).Id);
        Assert.That((document.Fixed, document.Left, document.Documents.Length), Is.EqualTo((3, 0, 1)));
        var project = await code.ResolveAsync(offers.Single(one => one.Id is { Kind: CodeActionKind.FixAllOfRule, Scope: FixScope.Project }).Id);
        Assert.That((project.Fixed, project.Left, project.Documents.Length), Is.EqualTo((4, 1, 2)));
        var solution = await code.ResolveAsync(offers.Single(one => one.Id is { Kind: CodeActionKind.FixAllOfRule, Scope: FixScope.Solution }).Id);
        Assert.That((solution.Fixed, solution.Left), Is.EqualTo((4, 1)));
    }

    [Test]
    public async Task FixAll_InADocument_TakesEveryRule()
    {
        var code = Code.Of(PatternRuleTests.Method("""
            var a = new int[3];
                    for (var i = 0; i <= a.Length; i++) a[i] = 1;
                    var stream = File.OpenRead("a");
                    stream.ReadByte();
                    Task.Delay(1);
                    using var hash = System.Security.Cryptography.MD5.Create();
            """));
        var offer = (await code.OffersAsync()).Single(one => one.Id.Kind == CodeActionKind.FixAllInDocument);
        var edit = await code.ResolveAsync(offer.Id);
        Assert.That((edit.Fixed, edit.Left), Is.EqualTo((4, 0)));
        var after = code.Edited(await code.ApplyAsync(offer.Id));
        Assert.That(await after.ErrorsAsync(), Is.Empty);
        Assert.That(await after.FindingsAsync(), Is.Empty);
        Assert.That(edit.Documents[0].Edits.Select(one => one.Range.Start), Is.Ordered);
    }

    [Test]
    public async Task FixAll_WithNothingToFix_Refuses()
    {
        var code = Code.Of(Two);
        var offer = (await code.OffersAsync()).First(one => one.Id.Kind == CodeActionKind.FixAllOfRule);
        var edit = await code.Edited("class Empty;").ResolveAsync(offer.Id);
        Assert.That(edit.Refusal, Is.EqualTo("There is nothing left to fix."));
    }

    [Test]
    public async Task Fingerprints_StayWhileLinesMove_AndDifferAmongEquals()
    {
        var code = Code.Of(Two);
        var before = (await code.FindingsAsync()).Select(finding => finding.Fingerprint).ToArray();
        var moved = code.Edited("// a comment\n\n" + Two.Replace("    public async Task Two", "\n    // more\n    public async Task Two", StringComparison.Ordinal));
        Assert.That((await moved.FindingsAsync()).Select(finding => finding.Fingerprint), Is.EqualTo(before));
        Assert.That(before, Is.Unique.And.Length.EqualTo(3));
        Assert.That((await Code.Of(Two).FindingsAsync()).Select(finding => finding.Fingerprint), Is.EqualTo(before));
    }

    [Test]
    public async Task ResultId_IsEqualForEqualFindings()
    {
        var code = Code.Of(Two);
        var first = await code.Engine.AnalyzeAsync(code.Snapshot, Code.MainPath, code.Settings, CancellationToken.None);
        var again = await code.Engine.AnalyzeAsync(code.Snapshot, Code.MainPath, code.Settings, CancellationToken.None);
        var less = await code.Engine.AnalyzeAsync(code.Edited("class Empty;").Snapshot, Code.MainPath, code.Settings, CancellationToken.None);
        Assert.That(again.ResultId, Is.EqualTo(first.ResultId));
        Assert.That(less.ResultId, Is.Not.EqualTo(first.ResultId));
    }

    [Test]
    public async Task Settings_ChooseSeverityAndTheLeastThatIsReported()
    {
        var rules = ImmutableDictionary<string, Severity>.Empty;
        Assert.That(await Code.Of(Two).With(new AnalysisSettings { Rules = rules.Add("GB3004", Severity.None) }).FindingsAsync(), Is.Empty);
        Assert.That(await Code.Of(Two).With(new AnalysisSettings { Enabled = false }).FindingsAsync(), Is.Empty);
        Assert.That(await Code.Of(Two).With(new AnalysisSettings { MinimumSeverity = Severity.Error }).FindingsAsync(), Is.Empty);
        var errors = await Code.Of(Two).With(new AnalysisSettings { Rules = rules.Add("GB3004", Severity.Error), MinimumSeverity = Severity.Error }).FindingsAsync();
        Assert.That(errors.Select(finding => finding.Severity), Is.EqualTo(new[] { Severity.Error, Severity.Error, Severity.Error }));
    }

    [Test]
    public async Task EditorConfig_ChoosesSeverity_WhereSettingsDoNot()
    {
        var code = Code.Of(Two).WithEditorConfig("root = true\n[*.cs]\ndotnet_diagnostic.GB3004.severity = suggestion\n");
        Assert.That((await code.FindingsAsync()).Select(finding => finding.Severity), Is.EqualTo(new[] { Severity.Information, Severity.Information, Severity.Information }));
    }

    [TestCase("/App/Main.g.cs")]
    [TestCase("/App/Form.Designer.cs")]
    [TestCase("/App/obj/Debug/Made.cs")]
    public async Task GeneratedFiles_AreSkipped(string path) =>
        Assert.That(await Code.Of("class Empty;", (path, Two)).FindingsAsync(path), Is.Empty);

    [Test]
    public async Task GeneratedHeader_IsSkipped() =>
        Assert.That(await Code.Of("// <auto-generated/>\n" + Two).FindingsAsync(), Is.Empty);

    [TestCase(".")]
    [TestCase("class { void (string")]
    [TestCase("class A { void M(string s) { command.CommandText = \"a\" + ; } }")]
    [TestCase("class A : Controller { public void M(string s) { new SqlCommand(\"a\" + s, ); Redirect(s")]
    public void BrokenCode_IsReadWithoutFailing(string text)
    {
        Assert.That(async () => await Code.Of(text).FindingsAsync(), Throws.Nothing);
        Assert.That(async () => await Code.Unresolved(text).FindingsAsync(), Throws.Nothing);
    }

    [Test]
    public void EveryPrefixOfADocument_IsReadWithoutFailing()
    {
        var text = new AnalysisEngine().Rules[0].BadExample + new AnalysisEngine().Rules[10].BadExample;
        var code = Code.Of("");
        for (var length = 0; length < text.Length; length += 7)
        {
            code = code.Edited(text[..length]);
            var edited = code;
            Assert.That(async () => await edited.FindingsAsync(), Throws.Nothing, () => $"after {length} characters");
        }
    }

    [Test]
    public void Cancellation_IsHonoured()
    {
        var code = Code.Of(Two);
        Assert.That(
            async () => await code.Engine.AnalyzeAsync(code.Snapshot, Code.MainPath, code.Settings, new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task BodyOfAnotherDocument_ThatDecides_IsSeenAfterItsEdit()
    {
        const string Empty = "using Microsoft.AspNetCore.Mvc; static class Setup { public static void Configure(MvcOptions options) { } }";
        const string Filter = "using Microsoft.AspNetCore.Mvc; static class Setup { public static void Configure(MvcOptions options) { options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()); } }";
        const string Caller = "using Microsoft.AspNetCore.Mvc; static class Setup { public static void Configure(MvcOptions options) { new Repository().Find(null!, \"x\"); } }";
        const string Main = """
            using System.Data.Common;
            using Microsoft.AspNetCore.Mvc;

            public class NamesController : Controller
            {
                [HttpPost] public IActionResult Save(int id) => View();
            }

            public class Repository
            {
                public void Find(DbCommand command, string name) { command.CommandText = "SELECT '" + name + "'"; }
            }
            """;
        var code = Code.Of(Main, ("/App/Setup.cs", Empty));
        Assert.That(await RulesOf(code), Is.EqualTo(new[] { "GB4004", "GB1001" }));
        Assert.That(await RulesOf(code.EditedAt("/App/Setup.cs", Filter)), Is.EqualTo(new[] { "GB1001" }));
        Assert.That(await RulesOf(code.EditedAt("/App/Setup.cs", Caller)), Is.EqualTo(new[] { "GB4004" }));
        Assert.That(await RulesOf(code.EditedAt("/App/Setup.cs", Empty)), Is.EqualTo(new[] { "GB4004", "GB1001" }));

        static async Task<IEnumerable<string>> RulesOf(Code code) => (await code.FindingsAsync()).Select(finding => finding.RuleId);
    }
}
