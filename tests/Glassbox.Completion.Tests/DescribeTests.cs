using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Text;

namespace Glassbox.Completion.Tests;

public sealed class DescribeTests
{
    private const string Documented = """
        using System;
        interface IShape
        {
            /// <summary>Scales it.</summary>
            /// <param name="factor">How much.</param>
            void Scale(double factor);
        }
        class Shape : IShape
        {
            /// <inheritdoc/>
            public void Scale(double factor) { }

            /// <summary>
            /// Adds <paramref name="left"/> and <c>right</c>, see <see cref="String.Join(string, object[])"/> or <see langword="null"/>.
            /// <list type="bullet"><item><term>One</term><description>first</description></item><item>second</item></list>
            /// </summary>
            /// <param name="left">The <b>left</b> one.</param>
            /// <param name="right">The right one.</param>
            /// <returns>The sum.</returns>
            /// <exception cref="OverflowException">Too large.</exception>
            /// <example><code>
            ///   var x = 1;
            ///     x++;
            /// </code></example>
            public int Add(int left, int right) => 0;
            public int Add(int one) => 0;
            public int Add() => 0;
            /// <summary>broken <b>
            public int Broken;
            void M() { this.$0 }
        }
        """;

    [Test]
    public async Task Method_HasSignatureOverloadsAndMarkdown()
    {
        var description = await new Fixture(Documented).DescribeAsync("Add");
        Assert.That(description!.Detail, Is.EqualTo("int Shape.Add(int left, int right) (+ 2 overloads)"));
        Assert.That(description.Documentation, Is.EqualTo("""
            Adds `left` and `right`, see `String.Join` or `null`.

            - **One**: first
            - second

            **Parameters**

            - `left`: The **left** one.
            - `right`: The right one.

            **Returns**  
            The sum.

            **Exceptions**

            - `OverflowException`: Too large.

            **Example**  
            ```csharp
            var x = 1;
              x++;
            ```
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task Inheritdoc_IsResolved()
    {
        var description = await new Fixture(Documented).DescribeAsync("Scale");
        Assert.That(description!.Documentation, Does.StartWith("Scales it.").And.Contain("- `factor`: How much."));
    }

    [Test]
    public async Task BrokenXml_IsNoDocumentation() =>
        Assert.That((await new Fixture(Documented).DescribeAsync("Broken"))!.Documentation, Is.Empty);

    [Test]
    public async Task LibraryMember_HasItsDocumentation()
    {
        var description = await Fixture.InMethod("\"a\".$0").DescribeAsync("Trim");
        Assert.That(description!.Detail, Does.Match(@"^string string\.Trim\(\) \(\+ \d overloads\)$"));
        Assert.That(description.Documentation, Does.Contain("white-space").And.Contain("**Returns**"));
    }

    [Test]
    public async Task ImportCandidate_IsDescribed()
    {
        var fixture = await Fixture.InMethod("StringBui$0").LearnAsync();
        var description = await fixture.DescribeAsync("StringBuilder");
        Assert.That(description!.Detail, Is.EqualTo("class StringBuilder"));
        Assert.That(description.Documentation, Does.Contain("mutable string"));
    }

    [Test]
    public async Task Local_ShowsItsType() =>
        Assert.That((await Fixture.InMethod("$0").DescribeAsync("order"))!.Detail, Is.EqualTo("(parameter) Order order"));

    [Test]
    public async Task Why_CountsUses()
    {
        var fixture = await Fixture.InMethod("order.$0").Write("/App/B.cs", "class U { void M(Order order) { order.Id(); order.Id(); } }").LearnAsync();
        Assert.That((await fixture.DescribeAsync("Id"))!.Why, Is.EqualTo("used 2 times on Order here; last in B.cs:1"));
    }

    [Test]
    public async Task Why_PrefersTheOwnFileThenTheFolderThenTheNewest()
    {
        var fixture = Fixture.InMethod("order.$0")
            .Write("/App/Near.cs", "class N\n{\n    // one\n\n    void M(Order order)\n    {\n        order.Id();\n    }\n}")
            .Write("/Far/Far.cs", "class F { void M(Order order) { order.Id(); } }");
        await fixture.LearnAsync();
        await fixture.LearnAsync(DocumentPath.FromFile("/Far/Far.cs"));
        Assert.That((await fixture.DescribeAsync("Id"))!.Why, Is.EqualTo("used 2 times on Order here; last in Near.cs:7"));
        await fixture.Remove("/App/Near.cs").LearnAsync();
        Assert.That((await fixture.DescribeAsync("Id"))!.Why, Is.EqualTo("used once on Order here; last in Far.cs:1"));
        fixture.Retype("class Order { public int Id; }\nclass C\n{\n    void M(Order order)\n    {\n        _ = order.Id;\n        /* two\n        lines */\n        order.$0\n        _ = order.Id;\n    }\n}");
        Assert.That((await fixture.DescribeAsync("Id"))!.Why, Is.EqualTo("used once on Order here; last in A.cs:6"));
    }

    [Test]
    public async Task Why_FindsTheLineInTheTextAsItIsNow()
    {
        var file = DocumentPath.FromFile("/App/B.cs");
        var fixture = await Fixture.InMethod("order.$0").Write(file, "class U { void M(Order order) { order.Id(); } }").LearnAsync();
        fixture.Write(file, "// new\r\n\r\n// lines\r\nclass U { void M(Order order) { order.Id(); } }");
        Assert.That((await fixture.DescribeAsync("Id"))!.Why, Does.EndWith("last in B.cs:4"));
        fixture.Write(file, "class U { }");
        Assert.That((await fixture.DescribeAsync("Id"))!.Why, Is.EqualTo("used once on Order here"), "what is gone has no line");
    }

    [Test]
    public async Task Why_KnowsValuesFromTheSameCall()
    {
        var fixture = await Fixture.InMethod("var a = Find(); a.$0").Write("/App/B.cs", "class U { void M()\n{ var b = Find(); b.Trim(); var c = Find(); c.Trim(); } }").LearnAsync();
        fixture.Retype("class C { string Find() => \"\"; void M() { var a = Find(); a.$0 } }");
        Assert.That((await fixture.DescribeAsync("Trim"))!.Why, Is.EqualTo("used 2 times on values got like 'a' here; last in B.cs:2"));
    }

    [Test]
    public async Task Why_OfANameSaysAfterSuchWords()
    {
        var fixture = await Fixture.InMethod("if (count > $0").Write("/App/B.cs", "class U\n{\n    int M(int count) => count > Limit;\n    int N(int count) => count > Limit;\n}").LearnAsync();
        Assert.That((await fixture.DescribeAsync("Limit"))!.Why, Is.EqualTo("used 2 times after such words; last in B.cs:4"));
    }

    [Test]
    public async Task Why_ElseCountsTheWorkspace()
    {
        var fixture = await Fixture.InMethod("if (count > 0) { } else $0").Write("/App/B.cs", "class U\n{\n    object M() => (Helper, Helper);\n}").LearnAsync();
        Assert.That((await fixture.DescribeAsync("Helper"))!.Why, Is.EqualTo("used 3 times in this workspace; last in B.cs:3"));
    }

    [Test]
    public async Task GhostText_SaysWhichPlacesItIsLike()
    {
        var fixture = await Fixture.InMethod("var mine = Order.Lo$0")
            .Write("/App/B.cs", "class U\n{\n    void M(int count)\n    {\n" + string.Concat(Enumerable.Repeat("        var order = Order.Load(count);\n", 5)) + "    }\n}").LearnAsync();
        var reasons = (await fixture.GhostAsync(0.1)).Single().Provenance.Reasons;
        Assert.That(reasons, Has.Some.Match(@"^like B\.cs:[5-9] and 4 other places$"));
    }

    [Test]
    public async Task Keyword_IsDescribed() =>
        Assert.That((await Fixture.InMethod("$0").DescribeAsync("foreach"))!.Detail, Does.Contain("foreach"));

    [Test]
    public async Task OldAnswer_IsKnownForAWhileThenForgotten()
    {
        var fixture = Fixture.InMethod("order.$0");
        var answer = await fixture.CompleteAsync();
        var query = new DescribeQuery(fixture.Path, answer.AnswerId, answer.Candidates[0].Key);
        for (var i = 0; i < 7; i++) await fixture.CompleteAsync();
        Assert.That(await fixture.Engine.DescribeAsync(fixture.Snapshot, query, CancellationToken.None), Is.Not.Null);
        await fixture.CompleteAsync();
        Assert.That(await fixture.Engine.DescribeAsync(fixture.Snapshot, query, CancellationToken.None), Is.Null);
    }

    [TestCase("")]
    [TestCase("e99999")]
    [TestCase("ex")]
    [TestCase("i:")]
    [TestCase("i:No.Such|Type|0")]
    public async Task UnknownKey_IsNull(string key)
    {
        var fixture = Fixture.InMethod("order.$0");
        var answer = await fixture.CompleteAsync();
        Assert.That(await fixture.Engine.DescribeAsync(fixture.Snapshot, new DescribeQuery(fixture.Path, answer.AnswerId, key), CancellationToken.None), Is.Null);
    }
}
