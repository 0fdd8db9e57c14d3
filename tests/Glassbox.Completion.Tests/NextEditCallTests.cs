namespace Glassbox.Completion.Tests;

/// <summary>Edits of arguments, for other calls of the same name.</summary>
public sealed class NextEditCallTests
{
    private const string Shop = """
        using System.Threading;
        class Shop
        {
            void Bar(int x) { }
            void Bar(int x, CancellationToken ct) { }
            void Two(int x, int y) { }
            int Wrap(int x) => x;
            void Run(Shop foo, Shop other, int x, int y, CancellationToken ct)
            {
                foo.Bar(x);
                foo.Two(x, y);
                other.Bar(y);
                other.Bar(
                    x + y);
                Two(1, 2);
            }
        }
        """;

    [Test]
    public async Task ArgumentAdded_IsOfferedAtTheNextCallOfTheSameName()
    {
        var desk = new NextEditDesk(Shop).TypeAfter("foo.Bar(x", ", ct");
        Assert.That(await desk.AcceptAsync(), Is.EqualTo("other.Bar(y, ct);"));
        Assert.That(await desk.AcceptAsync(), Is.EqualTo("x + y, ct);"));
        Assert.That(await desk.SuggestAsync(), Is.Null);
        Assert.That(desk.Text, Does.Contain("foo.Two(x, y);").And.Contain("void Bar(int x) { }"));
    }

    [Test]
    public async Task LastPlaceFirst_WrapsAround()
    {
        var desk = new NextEditDesk(Shop).TypeAfter("other.Bar(y", ", ct");
        desk.Cursor = desk.Text.Length;
        Assert.That(await desk.AcceptAsync(), Is.EqualTo("foo.Bar(x, ct);"));
    }

    [Test]
    public async Task WhatDoesNotBindThere_IsNotOffered()
    {
        var desk = new NextEditDesk("""
            class A
            {
                void Bar(int x) { }
                void Bar(int x, string s) { }
                void One(int x, string name) { Bar(x); }
                void Two(int x) { Bar(x); }
            }
            """).TypeAfter("name) { Bar(x", ", name");
        Assert.That(await desk.SuggestAsync(), Is.Null);
        Assert.That(await desk.OffersAsync(), Is.Empty);
    }

    [Test]
    public async Task Wrapping_TakesEachPlacesOwnArgument()
    {
        var desk = new NextEditDesk(Shop).TypeAfter("foo.Bar(", "Wrap(").TypeAfter("foo.Bar(Wrap(x", ")");
        Assert.That(await desk.AcceptAsync(), Is.EqualTo("other.Bar(Wrap(y));"));
        Assert.That(await desk.AcceptAsync(), Is.EqualTo("Wrap(x + y));"));
        Assert.That(await desk.SuggestAsync(), Is.Null, "what is wrapped is not wrapped again");
    }

    [TestCase("f(a, b)\nf(c, b)\n", ", b", "", "f(c)")]
    [TestCase("f(a, b)\nf(a, c)\n", "a, ", "", "f(c)")]
    [TestCase("f()\nx = f()\n", "f(", "f(1", "x = f(1)")]
    [TestCase("f(a)\nf(b)\n", "f(", "f(z, ", "f(z, b)")]
    [TestCase("f(a, null)\nf(b, null)\n", "null", "None", "f(b, None)")]
    [TestCase("f(a.Id, 1)\nf(b.Id, 2)\n", "Id", "Key", "f(b.Key, 2)")]
    [TestCase("f(a, g(1, 2))\nf(b, g(3, 4), c)\nf(c, [1, 2])\n", "g(1, 2))", "g(1, 2), z)", "f(c, [1, 2], z)")]
    public async Task AnyLanguage_EditOfArguments(string text, string old, string now, string expected)
    {
        var desk = new NextEditDesk(text, "/App/a.py").Replace(old, now);
        Assert.That(await desk.AcceptAsync(), Is.EqualTo(expected));
    }

    [TestCase("f(a)\ng(b)\n", "f(a", "f(a, z", TestName = "Another name")]
    [TestCase("f(a)\nf(b, c)\n", "f(a", "f(a, z", TestName = "Another number of arguments")]
    [TestCase("f(a)\n", "f(a", "f(a, z", TestName = "No other place")]
    [TestCase("log(a)\nlog(b)\n", "log(a", "log(a, \"only here\"", TestName = "A text that belongs to one place")]
    [TestCase("f(a)\ndef f(b):\n", "f(a", "f(a, z", TestName = "The declaration")]
    [TestCase("f(a, 1)\nf(b, 2)\n", "1", "3", TestName = "Another value")]
    [TestCase("f(a\nf(b)\n", "f(a", "f(a, z", TestName = "Bracket left open")]
    [TestCase("# f(a)\nf(b)\n", "f(a", "f(a, z", TestName = "In a comment")]
    public async Task WhereTheRestDoesNotAgree_Silent(string text, string old, string now) =>
        Assert.That(await new NextEditDesk(text, "/App/a.py").Replace(old, now).SuggestAsync(), Is.Null);

    [Test]
    public async Task Receiver_BelongsToItsPlace()
    {
        var desk = new NextEditDesk("foo.Send(a)\nother.Send(b)\n", "/App/a.js").TypeAfter("foo.Send(a", ", foo.Id");
        Assert.That(await desk.AcceptAsync(), Is.EqualTo("other.Send(b, other.Id)"));
    }

    [Test]
    public async Task LineEndsAndSurrogates_AreKept()
    {
        var desk = new NextEditDesk("f(\"😀\");\r\nf(\"a😀b\");\r\n", "/App/a.js").Replace(");", ", x);");
        Assert.That(await desk.AcceptAllAsync(), Is.EqualTo(1));
        Assert.That(desk.Text, Is.EqualTo("f(\"😀\", x);\r\nf(\"a😀b\", x);\r\n"));
    }
}
