namespace Glassbox.Completion.Tests;

/// <summary>Ghost text in languages that nothing binds: what was written at such places is written on.</summary>
public sealed class OtherGhostTests
{
    private const string Handlers = """
        if err != nil {
        	return err
        }
        data, err := read(path)
        if err != nil {
        	return err
        }

        """;

    [TestCase("a.py", "class A:\n    def __init__(self, name):\n        self.name = name\n        $0", "class B:\n    def __init__(self, name):\n        self.name = name\n        self.items = []\n\n", "self.items = []")]
    [TestCase("a.ts", "import { Order } from $0", "import { Order } from './order';\nimport { Shop } from './shop';\n", "'./order';")]
    [TestCase("a.java", "class A {\n    public String getName() {\n        return $0", "class B {\n    public String getName() {\n        return this.name;\n    }\n}\n", "this.name;")]
    [TestCase("a.yaml", "steps:\n  - uses: actions/checkout@v4\n  - $0", "steps:\n  - uses: actions/checkout@v4\n  - run: dotnet build\n", "run: dotnet build")]
    [TestCase("a.md", "| Name | $0", "| Name | Meaning |\n|---|---|\n", "Meaning |")]
    [TestCase("a.sql", "INSERT INTO orders (id, name) $0", "INSERT INTO orders (id, name) VALUES (1, 'a');\n", "VALUES (1, 'a');")]
    public async Task Habit_IsContinued(string file, string text, string elsewhere, string expected)
    {
        var fixture = await new Fixture(text, "/App/" + file).Write("/App/other" + Path.GetExtension(file), string.Concat(Enumerable.Repeat(elsewhere, 6))).LearnAsync();
        Assert.That((await fixture.GhostAsync()).Select(ghost => ghost.Insert.Split('\n')[0]), Is.EqualTo(new[] { expected }));
    }

    [TestCase("if err != $0", "nil {")]
    [TestCase("if err != nil {\n\t$0", "return err")]
    public async Task GoErrors_AreHandled(string text, string expected)
    {
        var fixture = await new Fixture("func main() {\n\tdata, err := read(path)\n\t" + text, "/App/a.go").Write("/App/b.go", string.Concat(Enumerable.Repeat(Handlers, 6))).LearnAsync();
        Assert.That((await fixture.GhostAsync()).Select(ghost => ghost.Insert.Split('\n')[0]), Is.EqualTo(new[] { expected }));
    }

    [TestCase("a.py", "x = \"\"\"for item in $0")]
    [TestCase("a.yaml", "# for item in $0")]
    [TestCase("a.ts", "x = `for item in $0")]
    public async Task TextOfSeveralLines_IsSilent(string file, string text)
    {
        var fixture = await new Fixture(text, "/App/" + file).Write("/App/other" + Path.GetExtension(file), string.Concat(Enumerable.Repeat("for item in items:\n", 6))).LearnAsync();
        Assert.That(await fixture.GhostAsync(), Is.Empty);
    }
}
