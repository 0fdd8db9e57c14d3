using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Settings;

namespace Glassbox.Completion.Tests;

public sealed class ImportTests
{
    [Test]
    public async Task AcceptedCandidate_CompilesAndSortsItsUsing()
    {
        var text = await AcceptAsync("using System;\nusing System.Threading;\n\nnamespace App;\n\nclass C\n{\n    void M() { var b = new StringBui$0(); }\n}\n", "StringBuilder");
        Assert.That(text, Does.StartWith("using System;\nusing System.Text;\nusing System.Threading;\n\nnamespace App;"));
    }

    [TestCase("class C { StringBui$0 x; }", "using System.Text;\n\nclass C")]
    [TestCase("namespace App;\nclass C { StringBui$0? x; }", "using System.Text;\n\nnamespace App;")]
    [TestCase("// Copyright.\n\nnamespace App;\nclass C { StringBui$0? x; }", "// Copyright.\n\nusing System.Text;\n\nnamespace App;")]
    [TestCase("// Copyright.\nnamespace App;\nclass C { StringBui$0? x; }", "// Copyright.\nusing System.Text;\n\nnamespace App;")]
    [TestCase("/// <summary>Doc.</summary>\nclass C { StringBui$0? x; }", "using System.Text;\n\n/// <summary>Doc.")]
    [TestCase("#nullable enable\nclass C { StringBui$0? x; }", "#nullable enable\nusing System.Text;\n\nclass C")]
    [TestCase("using System.Xml;\nclass C { StringBui$0? x; }", "using System.Text;\nusing System.Xml;\nclass C")]
    [TestCase("using Zebra;\nclass C { StringBui$0? x; }\nnamespace Zebra { }", "using System.Text;\nusing Zebra;\n", TestName = "System first")]
    [TestCase("using Alpha;\nusing System.Xml;\nclass C { StringBui$0? x; }\nnamespace Alpha { }", "using Alpha;\nusing System.Text;\nusing System.Xml;\n", TestName = "System among others where the file has it so")]
    [TestCase("using System.Xml;\nusing System.IO;\nclass C { StringBui$0? x; }", "using System.Xml;\nusing System.IO;\nusing System.Text;\n", TestName = "Unsorted: at the end")]
    [TestCase("namespace App\n{\n    using System;\n    class C { StringBui$0? x; }\n}", "namespace App\n{\n    using System;\n    using System.Text;\n", TestName = "Inside the namespace where the file has it so")]
    [TestCase("global using System;\nclass C { StringBui$0? x; }", "global using System;\nusing System.Text;\nclass C", TestName = "After global usings")]
    [TestCase("using X = System.Int32;\nclass C { StringBui$0? x; }", "using System.Text;\nusing X = System.Int32;\n", TestName = "Before aliases")]
    [TestCase("using System;\n#if DEBUG\nusing System.IO;\n#endif\nclass C { StringBui$0? x; }", "using System;\nusing System.Text;\n#if DEBUG", TestName = "Not under a condition")]
    [TestCase("using System;\r\n\r\nclass C { StringBui$0? x; }", "using System;\r\nusing System.Text;\r\n\r\nclass C", TestName = "CRLF")]
    public async Task Using_StandsWhereTheFileWantsIt(string marked, string expected) =>
        Assert.That(await AcceptAsync(marked, "StringBuilder"), Does.StartWith(expected));

    [Test]
    public async Task Candidate_NamesItsNamespace()
    {
        var answer = await (await new Fixture("class C { StringBui$0 }").LearnAsync()).CompleteAsync();
        var candidate = answer.Candidates.Single(candidate => candidate.Label == "StringBuilder");
        Assert.That(candidate.Qualifier, Is.EqualTo("System.Text"));
        Assert.That(candidate.Additional, Has.Length.EqualTo(1));
        Assert.That(answer.IsIncomplete, Is.True);
    }

    [Test]
    public async Task WithoutALetter_NothingIsImported()
    {
        var answer = await (await new Fixture("class C { void M() { $0 } }").LearnAsync()).CompleteAsync();
        Assert.That(answer.Candidates.Where(candidate => candidate.Qualifier is not null), Is.Empty);
        Assert.That(answer.IsIncomplete, Is.True, "a letter would bring imports");
    }

    [Test]
    public async Task SwitchedOff_OffersNone()
    {
        var answer = await (await new Fixture("class C { void M() { StringBui$0 } }").LearnAsync()).CompleteAsync(new CompletionSettings { ImportCompletion = false });
        Assert.That(answer.Candidates.Where(candidate => candidate.Qualifier is not null), Is.Empty);
        Assert.That(answer.IsIncomplete, Is.False);
    }

    [TestCase("using System.Text;\nclass C { StringBui$0 }")]
    [TestCase("namespace System.Text.Json { class C { StringBui$0 } }")]
    [TestCase("namespace System.Text.Json;\nclass C { StringBui$0 }")]
    public async Task Imported_IsNotOfferedAgain(string marked)
    {
        var answer = await (await new Fixture(marked).LearnAsync()).CompleteAsync();
        var candidate = answer.Candidates.Single(candidate => candidate.Label == "StringBuilder");
        Assert.That(candidate.Qualifier, Is.Null);
    }

    [Test]
    public async Task GlobalUsingElsewhere_Counts()
    {
        var fixture = await new Fixture("class C { StringBui$0 }").Write("/App/Usings.cs", "global using System.Text;").LearnAsync();
        var candidate = (await fixture.CompleteAsync()).Candidates.Single(candidate => candidate.Label == "StringBuilder");
        Assert.That(candidate.Qualifier, Is.Null);
    }

    [Test]
    public async Task SourceTypes_AreOfferedUnlessFileLocal()
    {
        var fixture = await new Fixture("class C { Widg$0 }")
            .Write("/App/B.cs", "namespace Parts; internal class Widget<T> { private class WidgetNested { } } file class WidgetHidden { } public enum WidgetKind { }").LearnAsync();
        var candidates = (await fixture.CompleteAsync()).Candidates.Where(candidate => candidate.Qualifier == "Parts").ToDictionary(candidate => candidate.Label, candidate => candidate.Kind);
        Assert.That(candidates, Is.EquivalentTo(new Dictionary<string, CandidateKind> { ["Widget"] = CandidateKind.Class, ["WidgetKind"] = CandidateKind.Enum }));
    }

    [Test]
    public async Task SourceType_IsForgottenWithItsDocument()
    {
        var fixture = await new Fixture("class C { Widg$0 }").Write("/App/B.cs", "namespace Parts; class Widget { }").LearnAsync();
        await fixture.Remove("/App/B.cs").LearnAsync();
        Assert.That(await fixture.LabelsAsync(), Does.Not.Contain("Widget"));
    }

    [TestCase("sbu", "StringBuilder")]
    [TestCase("ConDic", "ConcurrentDictionary")]
    [TestCase("builder", "StringBuilder")]
    public async Task Humps_AndSubstringsMatch(string typed, string expected)
    {
        var fixture = await new Fixture("class C { void M() { " + typed + "$0 } }").LearnAsync();
        Assert.That(await fixture.LabelsAsync(), Does.Contain(expected));
    }

    [Test]
    public async Task Attribute_IsImportedWithoutSuffix()
    {
        var fixture = await new Fixture("class C { [DebuggerDis$0] int P => 1; }").LearnAsync();
        var answer = await fixture.CompleteAsync();
        var candidate = answer.Candidates.Single(candidate => candidate.Label == "DebuggerDisplay");
        Assert.That(candidate.Qualifier, Is.EqualTo("System.Diagnostics"));
    }

    [Test]
    public async Task WordAtTheVeryStart_IsQualifiedInsteadOfImported()
    {
        var fixture = await new Fixture("StringBui$0").LearnAsync();
        var answer = await fixture.CompleteAsync();
        var candidate = answer.Candidates.Single(candidate => candidate.Label == "StringBuilder");
        Assert.That(candidate.Additional, Is.Empty);
        Assert.That(fixture.Accept(answer, candidate), Is.EqualTo("System.Text.StringBuilder"));
    }

    [Test]
    public async Task AfterDot_NothingIsImported()
    {
        var answer = await (await Fixture.InMethod("order.StringB$0").LearnAsync()).CompleteAsync();
        Assert.That(answer.Candidates.Where(candidate => candidate.Qualifier is not null), Is.Empty);
        Assert.That(answer.IsIncomplete, Is.False);
    }

    [Test]
    public async Task Edits_NeverTouchTheWord()
    {
        var fixture = await new Fixture("Li$0").LearnAsync();
        var answer = await fixture.CompleteAsync();
        Assert.That(answer.Candidates.SelectMany(candidate => candidate.Additional).Where(edit => edit.Range.Touches(answer.Replace)), Is.Empty);
    }

    private static async Task<string> AcceptAsync(string marked, string label)
    {
        var fixture = await new Fixture(marked).LearnAsync();
        var answer = await fixture.CompleteAsync();
        var text = fixture.Accept(answer, answer.Candidates.Single(candidate => candidate.Label == label && candidate.Qualifier is not null));
        Assert.That((await fixture.ErrorsOfAsync(text)).Where(error => error.Contains("CS0246", StringComparison.Ordinal) || error.Contains("CS1529", StringComparison.Ordinal)), Is.Empty);
        return text;
    }
}
