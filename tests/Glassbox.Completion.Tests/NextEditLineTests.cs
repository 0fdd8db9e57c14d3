namespace Glassbox.Completion.Tests;

/// <summary>Edits within a line, and lines that come and go.</summary>
public sealed class NextEditLineTests
{
    [TestCase("private int a;\nprivate string b;\n", "private ", "private readonly ", "private readonly string b;", TestName = "Modifier")]
    [TestCase("private int a;\nprivate int b;\n", "int", "long", "private long b;", TestName = "Type")]
    [TestCase("if (a == null) return;\nx();\nif (b == null) throw e;\n", "==", "is", "if (b is null) throw e;", TestName = "Operator")]
    [TestCase("t = DateTime.Now;\nlog(DateTime.Now - t);\n", "DateTime.Now", "clock.UtcNow", "log(clock.UtcNow - t);", TestName = "Path of names")]
    [TestCase("this.a = a;\nthis.b = b;\n", "this.", "", "b = b;", TestName = "Deletion")]
    [TestCase("  public int A { get; set; }\n  public string B { get; set; }\n", "set;", "init;", "public string B { get; init; }", TestName = "Accessor")]
    public async Task LikeLine_IsOfferedTheSame(string text, string old, string now, string expected)
    {
        var desk = new NextEditDesk(text, "/App/a.ts").Replace(old, now);
        Assert.That(await desk.AcceptAsync(), Is.EqualTo(expected));
    }

    [TestCase("var a = 1;\nvar b = 1;\n", "1", "2", TestName = "A value")]
    [TestCase("int a;\nx();\ny();\nz();\nint b;\n", "int", "long", TestName = "Far away and little agrees")]
    [TestCase("foo();\nbar();\n", "foo", "await foo", TestName = "Another name behind it")]
    [TestCase("a = b\nc = d\n", "b", "b;", TestName = "Punctuation")]
    [TestCase("a  = b;\nc  = d;\n", "  ", " ", TestName = "White space")]
    public async Task LittleAgrees_Silent(string text, string old, string now) =>
        Assert.That(await new NextEditDesk(text, "/App/a.ts").Replace(old, now).SuggestAsync(), Is.Null);

    [Test]
    public async Task Await_BeforeOtherCallsOfTheSameName()
    {
        var desk = new NextEditDesk("""
            using System.Threading.Tasks;
            class A
            {
                Task<int> LoadAsync() => Task.FromResult(1);
                async Task Run(A other)
                {
                    var a = LoadAsync();
                    other.LoadAsync();
                    await LoadAsync();
                }
                Task<int> Pass() { return LoadAsync(); }
            }
            """).TypeAfter("var a = ", "await ");
        Assert.That(await desk.AcceptAsync(), Is.EqualTo("await other.LoadAsync();"));
        // In a method that is not async it would not compile.
        Assert.That(await desk.SuggestAsync(), Is.Null);
    }

    private const string Cases = """
        class A
        {
            enum Color { Red, Green, Blue }
            void Log(string s) { }
            int Of(Color color)
            {
                switch (color)
                {
                    case Color.Red:
                        return 1;
                    case Color.Green:
                        return 2;
                    case Color.Blue:
                        return 3;
                    default: return 0;
                }
            }
        }
        """;

    [TestCase("\n")]
    [TestCase("\r\n")]
    public async Task LineInserted_InTheOtherCases(string eol)
    {
        var desk = new NextEditDesk(Cases.ReplaceLineEndings(eol)).TypeAfter("case Color.Red:", eol + "                Log(\"red\");");
        Assert.That(await desk.AcceptAsync(), Is.EqualTo("Log(\"green\");"));
        Assert.That(await desk.AcceptAllAsync(), Is.EqualTo(1));
        Assert.That(desk.Text, Does.Contain($"case Color.Blue:{eol}                Log(\"blue\");{eol}                return 3;"));
    }

    [Test]
    public async Task LineInserted_IndentedAsItsPlace()
    {
        const string Text = "def a():\n    open()\n    work(x)\n\nclass B:\n    def b():\n        open()\n        work(y)\n";
        var desk = new NextEditDesk(Text, "/App/a.py").TypeAfter("open()", "\n    check()");
        Assert.That(await desk.AcceptAllAsync(), Is.EqualTo(1));
        Assert.That(desk.Text, Does.EndWith("        open()\n        check()\n        work(y)\n"));
    }

    [Test]
    public async Task Attribute_OnTheNextMethod()
    {
        var desk = new NextEditDesk("class T\n{\n    public void A()\n    {\n    }\n\n    public void B()\n    {\n    }\n\n    public void C()\n    {\n    }\n}\n", "/App/a.ts");
        desk.Replace("\n    public void B", "\n    [Test]\n    public void B");
        Assert.That(await desk.AcceptAsync(), Is.EqualTo("[Test]"));
        Assert.That(desk.Text, Does.EndWith("    }\n\n    [Test]\n    public void C()\n    {\n    }\n}\n"));
        Assert.That(await desk.SuggestAsync(), Is.Null);
    }

    [Test]
    public async Task EntryOfAList_IsNoPattern()
    {
        var desk = new NextEditDesk("list.add(a);\nlist.add(b);\nlist.add(c);\nother.add(a);\nother.add(b);\n", "/App/a.js").TypeAfter("list.add(a);", "\nlist.add(z);");
        Assert.That(await desk.SuggestAsync(), Is.Null);
    }

    [Test]
    public async Task LinesDeleted_WhereTheyStandAgain()
    {
        var desk = new NextEditDesk("a();\n  trace(x, y);\nb();\n    trace(x, y);\nc();\ntrace(x, z);\n", "/App/a.js").Replace("  trace(x, y);\n", "");
        Assert.That(await desk.AcceptAllAsync(), Is.EqualTo(1));
        Assert.That(desk.Text, Is.EqualTo("a();\nb();\nc();\ntrace(x, z);\n"));
    }

    [Test]
    public async Task FieldType_VerifiedForCSharp()
    {
        var desk = new NextEditDesk("""
            class A
            {
                private int a = 1;
                private int b = 2;
                void M() { a = 1; b = 2; int c = b; }
            }
            """).Replace("int a", "long a");
        // `int c = b` would no longer compile.
        Assert.That(await desk.SuggestAsync(), Is.Null);
    }
}
