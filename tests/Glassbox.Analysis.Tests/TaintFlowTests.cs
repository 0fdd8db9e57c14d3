using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Tests;

/// <summary>Flows through methods, fields, collections and documents.</summary>
public sealed class TaintFlowTests
{
    [TestCase("var store = new Store(text); store.Run(command);", "class Store(string name) { public void Run(System.Data.Common.DbCommand c) => c.CommandText = \"DELETE \" + name; }")]
    [TestCase("var store = new Store(); store.Keep(text); store.Run(command);", "class Store { private string kept = \"\"; public void Keep(string name) { kept = name; } public void Run(System.Data.Common.DbCommand c) { c.CommandText = kept; } }")]
    [TestCase("command.CommandText = Twice(Twice(text));", "", "static string Twice(string one) => one + one;")]
    [TestCase("Fill(out var sql, text); command.CommandText = sql;", "", "static void Fill(out string to, string from) { to = \"SELECT \" + from; }")]
    [TestCase("shared = text; Use(command);", "", "private static string shared = \"\"; private static void Use(System.Data.Common.DbCommand c) { c.CommandText = shared; }")]
    [TestCase("IMake make = new Plain(); command.CommandText = make.Of(text);", "interface IMake { string Of(string one); } class Plain : IMake { public string Of(string one) => one; } class Fixed : IMake { public string Of(string one) => \"1\"; }")]
    [TestCase("Base b = new Derived(); b.Run(command, text);", "abstract class Base { public abstract void Run(System.Data.Common.DbCommand c, string t); } class Derived : Base { public override void Run(System.Data.Common.DbCommand c, string t) { c.CommandText = t; } } class Other : Base { public override void Run(System.Data.Common.DbCommand c, string t) { } }")]
    [TestCase("Apply(text, one => command.CommandText = one);", "", "static void Apply(string value, Action<string> to) => to(value);")]
    [TestCase("Func<string, string> make = one => \"SELECT \" + one; command.CommandText = make(text);", "")]
    [TestCase("var all = new Dictionary<string, string>(); all[\"a\"] = text; command.CommandText = all[\"a\"];", "")]
    [TestCase("var all = new List<string>(); all.Add(text); foreach (var one in all) command.CommandText = one;", "")]
    [TestCase("try { throw new InvalidOperationException(text); } catch (InvalidOperationException e) { command.CommandText = e.Message; }", "")]
    [TestCase("var a = new Box(); var b = a; b.Value = text; command.CommandText = a.Value;", "class Box { public string Value { get; set; } = \"\"; }")]
    [TestCase("var count = 0; for (var i = 0; i < 1; i++) { count++; } if (count > 0) command.CommandText = text;", "")]
    [TestCase("string Deep(string one, int n) => n == 0 ? one : Deep(one, n - 1); command.CommandText = Deep(text, 3);", "")]
    [TestCase("command.CommandText = Even(text, 4);", "", "static string Even(string one, int n) => n == 0 ? one : Odd(one, n - 1); static string Odd(string one, int n) => n == 0 ? \"\" : Even(one, n - 1);")]
    public async Task ValueThatTakesADetour_IsFound(string statements, string types, string members = "")
    {
        var code = Code.Of(Action(statements, types, members));
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        var findings = await code.FindingsAsync();
        Assert.That(findings.Where(finding => finding.RuleId == "GB1001").Select(finding => finding.Confidence), Has.Exactly(1).AtLeast(Confidence.Medium));
    }

    [TestCase("var store = new Store(text); store.Run(command);", "class Store(string name) { public int Length => name.Length; public void Run(System.Data.Common.DbCommand c) => c.CommandText = \"DELETE \" + Length; }")]
    [TestCase("command.CommandText = Pick(text);", "", "static string Pick(string one) => one == \"a\" ? \"Alpha\" : \"Beta\";")]
    [TestCase("IMake make = new Fixed(); command.CommandText = make.Of(text);", "interface IMake { string Of(string one); } class Plain : IMake { public string Of(string one) => one; } class Fixed : IMake { public string Of(string one) => \"1\"; }")]
    [TestCase("if (IsOff) command.CommandText = text;", "", "private static readonly bool IsOff = false;")]
    [TestCase("if (IsOn()) text = \"SELECT 1\"; command.CommandText = text;", "", "private static bool IsOn() => true;")]
    [TestCase("if (5 != five) command.CommandText = text;", "", "private int five = 5;")]
    [TestCase("switch (6) { case 6: text = \"SELECT 1\"; break; } command.CommandText = text;", "")]
    [TestCase("var all = new Dictionary<string, string> { [\"a\"] = text, [\"b\"] = \"SELECT 1\" }; command.CommandText = all[\"b\"];", "")]
    [TestCase("var pair = (text, \"SELECT 1\"); command.CommandText = pair.Item2;", "")]
    [TestCase("var box = new Box { Name = text, Sql = \"SELECT 1\" }; command.CommandText = box.Sql;", "class Box { public string Name { get; set; } = \"\"; public string Sql { get; set; } = \"\"; }")]
    [TestCase("Require(text); command.CommandText = \"SELECT 1\";", "", "static void Require(string one) { if (one.Length == 0) throw new ArgumentException(one); }")]
    public async Task ValueThatCannotGetThere_IsNotFound(string statements, string types, string members = "")
    {
        var code = Code.Of(Action(statements, types, members));
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That((await code.FindingsAsync()).Select(finding => finding.RuleId), Does.Not.Contain("GB1001"));
    }

    [Test]
    public async Task FlowIntoAnotherDocument_IsSaidWhereTheValueIsHandedOver_AndItsTraceLeadsThere()
    {
        const string Store = "public static class Store { public static void Run(System.Data.Common.DbCommand c, string t) { c.CommandText = \"DELETE \" + t; } }";
        var code = Code.Of(Action("Store.Run(command, text);", ""), ("/App/Store.cs", Store));
        var finding = (await code.FindingsAsync()).Single(one => one.RuleId == "GB1001");
        Assert.That(finding.Trace[^1].Path.Name, Is.EqualTo("Store.cs"));
        Assert.That(finding.Trace[^1].Kind, Is.EqualTo(TraceStepKind.Sink));
        Assert.That(await code.FindingsAsync("/App/Store.cs"), Is.Empty);
    }

    [Test]
    public async Task SourceInAnotherDocument_IsFollowed_AndAnEditThereIsSeen()
    {
        const string Input = "public static class Input { public static string Of(Microsoft.AspNetCore.Http.HttpRequest r) => r.Query[\"q\"].ToString(); }";
        var code = Code.Of(Action("command.CommandText = Input.Of(Request);", ""), ("/App/Input.cs", Input));
        Assert.That((await code.FindingsAsync()).Select(finding => finding.RuleId), Is.EqualTo(new[] { "GB1001" }));
        var edited = code.EditedAt("/App/Input.cs", Input.Replace("r.Query[\"q\"].ToString()", "\"SELECT 1\"", StringComparison.Ordinal));
        Assert.That(await edited.FindingsAsync(), Is.Empty);
        var back = edited.EditedAt("/App/Input.cs", Input);
        Assert.That((await back.FindingsAsync()).Select(finding => finding.RuleId), Is.EqualTo(new[] { "GB1001" }));
    }

    [Test]
    public async Task PublicMethodThatNobodyCalls_IsLowAndOnlyWhereItsArgumentIsPutIntoAStatement()
    {
        const string Composed = "public class Repository { public void Find(System.Data.Common.DbCommand c, string name) { c.CommandText = \"SELECT '\" + name + \"'\"; } public void Run(System.Data.Common.DbCommand c, string sql) { c.CommandText = sql; } }";
        var finding = (await Code.Of(Composed).FindingsAsync()).Single();
        Assert.That((finding.RuleId, finding.Confidence, finding.Severity), Is.EqualTo(("GB1001", Confidence.Low, Severity.Information)));
        Assert.That(finding.Message, Does.StartWith("'name' from whoever calls this method"));
        var called = Code.Of(Composed, ("/App/Use.cs", "class Use { void A(System.Data.Common.DbCommand c) { new Repository().Find(c, \"x\"); } }"));
        Assert.That(await called.FindingsAsync(), Is.Empty);
    }

    [Test]
    public async Task FieldThatAnotherMethodFillsFromOutside_IsFollowed()
    {
        var code = Code.Of("""
            public class Page(Microsoft.AspNetCore.Http.HttpRequest request, System.Data.Common.DbCommand command)
            {
                private string name = "";
                public void Load() { name = request.Query["name"].ToString(); }
                public void Save() { command.CommandText = "DELETE " + name; }
            }
            """);
        Assert.That((await code.FindingsAsync()).Select(finding => (finding.RuleId, finding.Confidence)), Is.EqualTo(new[] { ("GB1001", Confidence.Medium) }));
    }

    [Test]
    public async Task CirclesOfCalls_SayTheSameFromWhereverTheyAreEntered()
    {
        const string A = "public static class A { public static string Go(string t, int n) => n > 0 ? B.Go(t, n - 1) : t; }";
        const string B = "public static class B { public static string Go(string t, int n) => n > 0 ? C.Go(t, n - 1) : \"\"; }";
        const string C = "public static class C { public static string Go(string t, int n) => n > 0 ? A.Go(t, n - 1) : \"\"; }";
        foreach (var type in (string[])["A", "B", "C"])
        {
            var code = Code.Of(Action($"command.CommandText = {type}.Go(text, 5);", ""), ("/App/A.cs", A), ("/App/B.cs", B), ("/App/C.cs", C));
            Assert.That((await code.FindingsAsync()).Select(finding => finding.RuleId), Is.EqualTo(new[] { "GB1001" }), type);
        }
    }

    private static string Action(string statements, string types, string members = "") => $$"""
        using System.Data.Common;
        using Microsoft.AspNetCore.Mvc;

        public class ItemsController : ControllerBase
        {
            public void Act(string text, [FromServices] DbCommand command)
            {
                {{statements}}
            }

            {{members}}
        }

        {{types}}
        """;
}
