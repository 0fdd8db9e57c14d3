namespace Glassbox.Completion.Tests;

/// <summary>A name that became another.</summary>
public sealed class NextEditRenameTests
{
    private const string Code = """
        class A
        {
            int total;
            int First(int count)
            {
                var sum = count + 1;
                System.Console.WriteLine($"{sum} {nameof(sum)}"); // sum
                return sum + total;
            }
            int Second(int sum) => sum;
        }
        """;

    [Test]
    public async Task CSharpLocal_OnlyItsOwnUsesFollow()
    {
        var desk = new NextEditDesk(Code).Replace("sum", "result");
        Assert.That(await desk.AcceptAllAsync(), Is.EqualTo(3));
        Assert.That(desk.Text, Does.Contain("""WriteLine($"{result} {nameof(result)}"); // sum""").And.Contain("return result + total").And.Contain("int Second(int sum) => sum;"));
    }

    [Test]
    public async Task TypedKeyByKey_IsOneRename()
    {
        var desk = new NextEditDesk(Code);
        var at = desk.At("sum");
        for (var i = 3; i > 0; i--) desk.Change(new Contracts.Text.OffsetEdit(at + i - 1, 1, ""));
        desk.TypeAfter("var ", "result");
        Assert.That(await desk.AcceptAllAsync(), Is.EqualTo(3));
    }

    [Test]
    public async Task CSharpUseThatStillMeansSomething_IsLeftAlone()
    {
        var desk = new NextEditDesk(Code).Replace("sum + total", "count + total");
        Assert.That(await desk.SuggestAsync(), Is.Null);
    }

    [Test]
    public async Task CSharpField_EverywhereInTheFile()
    {
        var desk = new NextEditDesk(Code).Replace("total", "all");
        Assert.That(await desk.AcceptAsync(), Is.EqualTo("return sum + all;"));
    }

    [Test]
    public async Task Python_LocalStaysInItsFunction()
    {
        var desk = new NextEditDesk("def a(x):\n    total = x\n    if x:\n        total = total + 1\n    return total\n\ndef b(total):\n    return total\n", "/App/a.py").Replace("total", "result");
        Assert.That(await desk.AcceptAllAsync(), Is.EqualTo(3));
        Assert.That(desk.Text, Is.EqualTo("def a(x):\n    result = x\n    if x:\n        result = result + 1\n    return result\n\ndef b(total):\n    return total\n"));
    }

    [Test]
    public async Task Python_ParameterReachesToTheEndOfItsFunction()
    {
        var desk = new NextEditDesk("def a(x):\n    return x\n\ndef b(x):\n    return x\n", "/App/a.py").Replace("x", "value");
        Assert.That(await desk.AcceptAllAsync(), Is.EqualTo(1));
        Assert.That(desk.Text, Does.EndWith("def b(x):\n    return x\n"));
    }

    [TestCase("a = 1\nuse(a)\nuse(a + 1)\n", "use(a)", "use(b)", TestName = "A use is exchanged")]
    [TestCase("a = 1\nb = 2\nuse(a)\n", "a = 1", "b = 1", TestName = "The new name was there")]
    public async Task NoRename_Silent(string text, string old, string now) =>
        Assert.That(await new NextEditDesk(text, "/App/a.py").Replace(old, now).SuggestAsync(), Is.Null);

    [Test]
    public async Task WordsOutsideTheBmp_StayWhole()
    {
        var desk = new NextEditDesk("𝑥𝑦 = 1\nuse(𝑥𝑦)\n", "/App/a.py").Replace("𝑥𝑦", "𝑧");
        Assert.That(await desk.AcceptAllAsync(), Is.EqualTo(1));
        Assert.That(desk.Text, Is.EqualTo("𝑧 = 1\nuse(𝑧)\n"));
    }
}
