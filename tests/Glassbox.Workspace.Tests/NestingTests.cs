using Glassbox.Contracts.Text;

namespace Glassbox.Workspace.Tests;

/// <summary>Texts that would stall or end the process if the compiler saw them.</summary>
public sealed class NestingTests
{
    private const int Deep = 20_000;

    private static readonly TestCaseData[] Hostile =
    [
        new TestCaseData("class A { int x = " + new string('(', Deep) + "1" + new string(')', Deep) + "; }").SetArgDisplayNames("parentheses"),
        new TestCaseData("class A { int x = " + new string('(', Deep)).SetArgDisplayNames("unclosed parentheses"),
        new TestCaseData("class A { " + string.Concat(Enumerable.Repeat("System.Collections.Generic.List<", Deep)) + "int" + new string('>', Deep) + " x; }").SetArgDisplayNames("type arguments"),
        new TestCaseData("class A { bool x = \"\" is " + string.Concat(Enumerable.Repeat("{ Length: ", Deep)) + "1" + new string('}', Deep) + "; }").SetArgDisplayNames("patterns"),
    ];

    private static readonly TestCaseData[] Harmless =
    [
        new TestCaseData("class A { string x = \"" + new string('(', Deep) + "\"; /* " + new string('{', Deep) + " */ }").SetArgDisplayNames("strings and comments"),
        new TestCaseData("class A { void M(int a, int b) { " + string.Concat(Enumerable.Repeat("_ = a < b;\n", 3000)) + "} }").SetArgDisplayNames("comparisons"),
        new TestCaseData("class A { object x = " + new string('(', 900) + "1" + new string(')', 900) + "; }").SetArgDisplayNames("nine hundred"),
    ];

    [TestCaseSource(nameof(Hostile))]
    public async Task HostileText_IsKeptFromTheCompiler_AndComesBackWhenItIsCorrected(string text)
    {
        using var folder = new TempFolder();
        var path = folder.Write("A.cs", "class A { }");
        var other = folder.Write("B.cs", "class B { A a; }");
        await using var harness = await SessionHarness.LoadAsync(folder);
        harness.Open(path, text);
        await harness.LoadedAsync();

        Assert.That(harness.Current.TryGetDocument(path, out _), Is.False);
        Assert.That(harness.Current.Documents, Does.Not.Contain(path));
        Assert.That((await harness.Current.GetTextAsync(path, CancellationToken.None))!.Length, Is.EqualTo(text.Length), "the text itself is kept");
        Assert.That(await harness.ErrorsIn(other), Has.Length.EqualTo(1), "nothing of it is known");

        harness.Edit(path, 2, new OffsetEdit(0, text.Length, "class A { }"));
        Assert.That(harness.Current.Documents, Does.Contain(path));
        Assert.That(await harness.ErrorsIn(other), Is.Empty);
        await harness.DisposeAsync();
        Assert.That(harness.Messages.Count(message => message.Show && message.Text.StartsWith("A.cs nests brackets", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [TestCaseSource(nameof(Hostile))]
    public async Task HostileFile_OnDisk_DoesNotKeepItsFolderFromBeingRead(string text)
    {
        using var folder = new TempFolder();
        folder.Write("App/App.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        folder.Write("App/A.cs", text);
        var other = folder.Write("App/B.cs", "class B { string S => \"\".Trim(); }");
        folder.Write("Loose.cs", text);
        await using var harness = await SessionHarness.LoadAsync(folder);

        Assert.That(await harness.ErrorsIn(other), Is.Empty);
        Assert.That(await harness.Errors(), Is.Empty);
    }

    [TestCaseSource(nameof(Harmless))]
    public async Task TextThatOnlyLooksDeep_IsCompiled(string text)
    {
        using var folder = new TempFolder();
        var path = folder.Write("A.cs", "class A { }");
        await using var harness = await SessionHarness.LoadAsync(folder);
        harness.Open(path, text);
        Assert.That(await harness.ErrorsIn(path), Is.Empty);
    }
}
