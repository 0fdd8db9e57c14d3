using Glassbox.Contracts.Completion;

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
        Assert.That((await fixture.DescribeAsync("Id"))!.Why, Is.EqualTo("used 2 times on Order in this workspace"));
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
