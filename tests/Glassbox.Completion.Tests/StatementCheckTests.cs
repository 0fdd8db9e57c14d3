using Glassbox.Completion.CSharp;
using Glassbox.Completion.Ghost.Plain;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Tests;

/// <summary>Statements that are bound alone, beside what the compiler says of them in their place.</summary>
public sealed class StatementCheckTests
{
    private const string Around = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;

        namespace App;

        public enum Color { Red, Green }

        public class Order
        {
            public int Id { get; set; }
            public string Customer { get; init; } = "";
            public readonly int Number;
            public string Read => "";
            public string Hidden { private get; set; } = "";
            public Point Place { get; set; }
            public event Action? Changed;
            public decimal Total(int discount, bool rounded = false) => 0;
            public static Order Load(int id) => new();
            [Obsolete("no", error: true)] public void Old() { }
            public Task<Order> LoadAsync() => Task.FromResult(this);
            public bool TryFind(int id, out Order found) { found = this; return true; }
            public static T Make<T>() where T : class, new() => new();
            public static T Value<T>(T value) where T : struct => value;
            public void Each(Action<Order> action) { }
            public void EachSpan(Span<int> values) { }
            public ref int Reference() => throw new InvalidOperationException();
            public void By(ref int value) { }
        }

        public struct Point { public int X; public int Y { get; set; } }
        public abstract class Shape { public abstract void Draw(); protected void Move() { } }
        public class Circle : Shape { public override void Draw() { } }
        public class Needs { public required string Name { get; set; } }
        public sealed class Handle : IDisposable { public void Dispose() { } }
        public static class Helper { public static int Twice(this int value) => value * 2; }

        public class Shop
        {
            private readonly List<Order> orders = new();
            private readonly Dictionary<string, Order> byName = new();
            private int count;
            private string name = "";
            private const int Limit = 3;

            public Shop(int start) { $C }

            public async Task<int> RunAsync(Order order, object any, int number, string text, string[] lines, dynamic free)
            {
                int unset;
                foreach (var each in orders)
                {
                    $A
                }

                return number;
            }

            public void Keep(Order order, int number, string? text, object any)
            {
                $V
            }

            public decimal Sum(Order order, out int rest)
            {
                rest = 0;
                $R
                return 0;
            }

            public static void Still(Order order)
            {
                $S
            }

            public int Number
            {
                get
                {
                    $P
                    return 0;
                }
            }

            public IEnumerable<int> Numbers(int most)
            {
                yield return 1;
                $Y
            }
        }
        """;

    [TestCase("V", "order.Id = number;")]
    [TestCase("V", "order.Total(1);")]
    [TestCase("V", "orders.Add(order);")]
    [TestCase("V", "orders.Add(new Order { Id = number, Customer = \"x\" });")]
    [TestCase("V", "var found = orders.Where(one => one.Id == number).Select(one => one.Customer).ToList();")]
    [TestCase("V", "var total = order.Total(number, rounded: true);\nConsole.WriteLine(total);")]
    [TestCase("V", "if (any is Order other && other.Id > 0)\n{\n    Keep(other, other.Id, null, other);\n}")]
    [TestCase("V", "if (order.TryFind(number, out var found))\n{\n    orders.Add(found);\n}")]
    [TestCase("V", "throw new ArgumentNullException(nameof(order));")]
    [TestCase("V", "foreach (var one in orders)\n{\n    count += one.Id;\n}")]
    [TestCase("V", "for (var i = 0; i < number; i++)\n{\n    orders[i].Id = i;\n}")]
    [TestCase("V", "name = text ?? throw new ArgumentNullException(nameof(text));")]
    [TestCase("V", "name = $\"{order.Customer}: {number}\";")]
    [TestCase("V", "count = number > 0 ? number : Limit;")]
    [TestCase("V", "using var handle = new Handle();")]
    [TestCase("V", "order.Each(one => one.Id++);\norder.Each(one => one.Id--);")]
    [TestCase("V", "var made = Order.Make<Order>();")]
    [TestCase("V", "try\n{\n    order.Total(1);\n}\ncatch (InvalidOperationException failure)\n{\n    name = failure.Message;\n}")]
    [TestCase("V", "var lengths = new[] { number, count };\nvar room = new Order[number];")]
    [TestCase("V", "order?.Total(1);")]
    [TestCase("V", "return;")]
    [TestCase("V", "base.ToString();")]
    [TestCase("A", "await order.LoadAsync();")]
    [TestCase("A", "var loaded = await each.LoadAsync();\nloaded.Id = 3;")]
    [TestCase("A", "return each.Id;")]
    [TestCase("A", "if (each.Id == 0) continue;")]
    [TestCase("A", "byName[each.Customer] = each;")]
    [TestCase("A", "count = lines[0].Length.Twice();")]
    [TestCase("C", "count = start;\norders = new List<Order>();")]
    [TestCase("V", "any = Color.Red;\nany = Shop.Limit;\nany = System.Math.Max(1, number);")]
    [TestCase("V", "any = int.Parse(order.Customer);")]
    [TestCase("V", "count += 3;\nname += text;")]
    [TestCase("S", "Order.Load(3).Id = order.Id;")]
    [TestCase("V", "order.Each(one =>\n{\n    one.Id = 1;\n    orders.Add(one);\n});")]
    [TestCase("V", "order.Each(_ =>\n{\n    return;\n});")]
    [TestCase("V", "var ids = orders.Select(one =>\n{\n    return one.Id;\n}).ToList();")]
    [TestCase("V", "var some = orders.Where(one =>\n{\n    if (one.Id > 0)\n    {\n        return true;\n    }\n\n    return false;\n}).ToList();")]
    [TestCase("V", "Task.Run(async () =>\n{\n    await order.LoadAsync();\n});")]
    [TestCase("V", "Task.Run(async () =>\n{\n    return await order.LoadAsync();\n});")]
    [TestCase("V", "Func<int, int> twice = one => one * 2;\nnumber = twice(3);\ntwice.Invoke(number);\ntwice?.Invoke(number);")]
    [TestCase("V", "Order other = order;\norder.TryFind(1, out other);")]
    [TestCase("V", "var list = new List<int> { 1, number };\nvar map = new Dictionary<string, int> { { \"a\", 1 }, { name, number } };")]
    [TestCase("V", "var shape = new { order.Id, Name = name };")]
    [TestCase("V", "int[] numbers = [1, number];\nList<int> list = [number];\nIEnumerable<Order> all = [order];")]
    [TestCase("V", "lock (orders)\n{\n    count = 1;\n}")]
    [TestCase("V", "using (var handle = new Handle())\n{\n    count = 1;\n}")]
    [TestCase("V", "if (any is Order) return;")]
    [TestCase("V", "count = number / count;\ncount = number & count | 3;")]
    [TestCase("V", "text ??= name;\ncount *= 3;")]
    [TestCase("A", "order.Each(one =>\n{\n    count = one.Id;\n});")]
    [TestCase("P", "if (count > 0) return count;")]
    [TestCase("C", "return;")]
    [TestCase("Y", "yield return most;\nyield break;")]
    public async Task PlainStatement_HoldsByItself(string place, string statement)
    {
        var (holds, errors) = await CheckAsync(place, statement);
        Assert.That(errors, Is.Empty);
        Assert.That(holds, Is.True);
    }

    [TestCase("V", "order.Missing();")]
    [TestCase("V", "order.Id = text;")]
    [TestCase("V", "order.Customer = \"x\";")]
    [TestCase("V", "order.Number = 1;")]
    [TestCase("V", "order.Read = \"\";")]
    [TestCase("V", "name = order.Hidden;")]
    [TestCase("V", "order.Place.X = 1;")]
    [TestCase("V", "order.Changed();")]
    [TestCase("V", "order.Old();")]
    [TestCase("V", "order.Total();")]
    [TestCase("V", "order.Total(\"1\");")]
    [TestCase("V", "order.Id;")]
    [TestCase("V", "var order = number;")]
    [TestCase("V", "var one = 1;\nvar one = 2;")]
    [TestCase("V", "var nothing = null;")]
    [TestCase("V", "var nothing = order.Each(one => one.Id++);")]
    [TestCase("V", "var self = self.Id;")]
    [TestCase("V", "string wrong = number;")]
    [TestCase("V", "byte small = number;")]
    [TestCase("V", "return number;")]
    [TestCase("V", "break;")]
    [TestCase("V", "continue;")]
    [TestCase("V", "throw;")]
    [TestCase("V", "throw order;")]
    [TestCase("V", "if (number)\n{\n}")]
    [TestCase("V", "if (any is Order other || other.Id > 0)\n{\n}")]
    [TestCase("V", "if (!(any is Order other))\n{\n    other.Id = 1;\n}")]
    [TestCase("V", "if (number is string words)\n{\n}")]
    [TestCase("V", "if (number is null)\n{\n}")]
    [TestCase("V", "foreach (var one in order)\n{\n}")]
    [TestCase("V", "foreach (var one in orders) one = order;")]
    [TestCase("V", "new Shape();")]
    [TestCase("V", "new Needs();")]
    [TestCase("V", "new Order { Id = 1, Id = 2 };")]
    [TestCase("V", "new Order { Read = \"\" };")]
    [TestCase("V", "new Helper();")]
    [TestCase("V", "Helper helper = null;")]
    [TestCase("V", "Order.Make<Shape>();")]
    [TestCase("V", "Order.Make<string>();")]
    [TestCase("V", "Order.Value<int?>(number);")]
    [TestCase("V", "Order.Total(1);")]
    [TestCase("V", "order.Load(1);")]
    [TestCase("V", "order.By(number);")]
    [TestCase("V", "order.TryFind(number, order);")]
    [TestCase("V", "order.TryFind(number, out Limit);")]
    [TestCase("V", "order.TryFind(out var found, found.Id);")]
    [TestCase("V", "await order.LoadAsync();")]
    [TestCase("V", "using var handle = new Order();")]
    [TestCase("V", "Limit = 4;")]
    [TestCase("V", "orders = new List<Order>();")]
    [TestCase("V", "orders.Select(one => one.Missing);")]
    [TestCase("V", "orders.Where(one => one.Id).ToList();")]
    [TestCase("V", "order.Each(order => order.Id++);\norder.Each((one, two) => one.Id++);")]
    [TestCase("V", "order.Each(one => one.Id);")]
    [TestCase("V", "name = $\"{missing}\";")]
    [TestCase("V", "name = nameof(missing);")]
    [TestCase("V", "name = order;")]
    [TestCase("V", "name = number ?? text;")]
    [TestCase("V", "count = number > 0 ? text : Limit;")]
    [TestCase("V", "count = 2147483647 + 1;")]
    [TestCase("V", "count += text;")]
    [TestCase("V", "count = !number;")]
    [TestCase("V", "count = order + order;")]
    [TestCase("V", "count = (int)text;")]
    [TestCase("V", "any = number as Order;")]
    [TestCase("V", "any = typeof(Missing);")]
    [TestCase("V", "any = default(Missing);")]
    [TestCase("V", "any = Color;")]
    [TestCase("V", "any = Color.Blue;")]
    [TestCase("V", "any = orders[\"x\"];")]
    [TestCase("V", "any = number[0];")]
    [TestCase("V", "any = new Order[\"x\"];")]
    [TestCase("V", "any = new[] { number, order };")]
    [TestCase("V", "any = new Order[] { number };")]
    [TestCase("V", "number?.ToString();")]
    [TestCase("V", "name = Order.Customer;")]
    [TestCase("V", "any = Shop.Limit.Missing;")]
    [TestCase("V", "any = order.Color;")]
    [TestCase("V", "Color.Red = 1;")]
    [TestCase("V", "any = System;")]
    [TestCase("V", "any = Console.WriteLine();")]
    [TestCase("V", "Keep(order, 1, null);")]
    [TestCase("V", "Keep(order, number, text, any, any);")]
    [TestCase("V", "order.EachSpan(number);")]
    [TestCase("V", "orders.ForEach(one => { one.Missing(); });")]
    [TestCase("V", "int.Parse(number);")]
    [TestCase("V", "any = number > text;")]
    [TestCase("V", "any = order == number;")]
    [TestCase("V", "any = -text;")]
    [TestCase("V", "any = any.Id;")]
    [TestCase("V", "any = text!.Missing;")]
    [TestCase("V", "any = orders?.Missing;")]
    [TestCase("V", "any = (order, );")]
    [TestCase("V", "number = order?.Id;")]
    [TestCase("V", "while (order)\n{\n}")]
    [TestCase("V", "var (first, second) = order;")]
    [TestCase("V", "Order.Reference() = 1;")]
    [TestCase("V", "new Circle().Move();")]
    [TestCase("V", "text++;")]
    [TestCase("V", "base.Missing();")]
    [TestCase("V", "System.Missing.Do();")]
    [TestCase("V", "List<Missing> missing = null;")]
    [TestCase("V", "try\n{\n}\ncatch (Order failure)\n{\n}")]
    [TestCase("V", "for (var i = \"\"; i < number; i++)\n{\n}")]
    [TestCase("V", "if (number > 0) var inner = 1;")]
    [TestCase("V", "static void Inner() => Console.WriteLine(number);")]
    [TestCase("V", "try\n{\n}\nfinally\n{\n    return;\n}")]
    [TestCase("A", "try\n{\n}\nfinally\n{\n    continue;\n}")]
    [TestCase("A", "Console.WriteLine(unset);")]
    [TestCase("A", "var each = number;")]
    [TestCase("A", "each = order;")]
    [TestCase("A", "return each;")]
    [TestCase("A", "return;")]
    [TestCase("A", "await number;")]
    [TestCase("A", "lock (order)\n{\n    await order.LoadAsync();\n}")]
    [TestCase("A", "order.Each(one => await one.LoadAsync());")]
    [TestCase("A", "count = lines[\"x\"].Length;")]
    [TestCase("R", "return order;")]
    [TestCase("R", "return;")]
    [TestCase("R", "yield return 3;")]
    [TestCase("V", "order.Each(one =>\n{\n    return one.Id;\n});")]
    [TestCase("V", "var all = orders.Select(one =>\n{\n    one.Id = 1;\n}).ToList();")]
    [TestCase("V", "var all = orders.Where(one =>\n{\n    return one.Id;\n}).ToList();")]
    [TestCase("V", "var all = orders.Where(one =>\n{\n    if (one.Id > 0) return true;\n}).ToList();")]
    [TestCase("V", "order.Each(one =>\n{\n    await order.LoadAsync();\n});")]
    [TestCase("V", "order.Each(one =>\n{\n    break;\n});")]
    [TestCase("V", "order.Each(one =>\n{\n    one.Missing();\n});")]
    [TestCase("V", "order.Each(static one =>\n{\n    one.Id = number;\n});")]
    [TestCase("V", "Task.Run(async () =>\n{\n    int inner;\n    await Task.Delay(inner);\n});")]
    [TestCase("V", "Func<int, int> twice = one => one * 2;\ntwice(text);")]
    [TestCase("V", "Func<int, int> twice = one => one * 2;\ntwice.Invoke(text);")]
    [TestCase("V", "order.TryFind(1, out number);")]
    [TestCase("V", "order.TryFind(1, out order.Id);")]
    [TestCase("V", "foreach (var one in orders) order.TryFind(1, out one);")]
    [TestCase("V", "order.TryFind(1, out later);\nOrder later;")]
    [TestCase("V", "var list = new List<int> { 1, text };")]
    [TestCase("V", "var map = new Dictionary<string, int> { { \"a\" } };")]
    [TestCase("V", "var made = new Order { order };")]
    [TestCase("V", "var shape = new { order.Id, Id = name };")]
    [TestCase("V", "var shape = new { Id = null };")]
    [TestCase("V", "var shape = new { order.Total };")]
    [TestCase("V", "var shape = new { order.Total(1) + 1 };")]
    [TestCase("V", "int[] numbers = [1, text];")]
    [TestCase("V", "var numbers = [1, number];")]
    [TestCase("V", "Order numbers = [1, number];")]
    [TestCase("V", "lock (number)\n{\n}")]
    [TestCase("V", "using (var handle = new Order())\n{\n}")]
    [TestCase("V", "number ??= 3;")]
    [TestCase("V", "text ??= number;")]
    [TestCase("V", "count |= text;")]
    [TestCase("V", "count = number | text;")]
    [TestCase("P", "return \"x\";")]
    [TestCase("P", "return;")]
    [TestCase("C", "return number;")]
    [TestCase("Y", "yield return \"x\";")]
    [TestCase("Y", "return most;")]
    [TestCase("Y", "try\n{\n    yield return 1;\n}\ncatch (Exception)\n{\n}")]
    [TestCase("Y", "orders.ForEach(one =>\n{\n    yield return one.Id;\n});")]
    [TestCase("V", "yield return 1;")]
    [TestCase("S", "count = 3;")]
    [TestCase("S", "this.ToString();")]
    [TestCase("S", "Keep(order, 1, null, order);")]
    public async Task WhatTheCompilerObjectsTo_DoesNotHoldByItself(string place, string statement)
    {
        var (holds, errors) = await CheckAsync(place, statement);
        Assert.That(errors, Is.Not.Empty);
        Assert.That(holds, Is.False);
    }

    [Test]
    public async Task LocalOfAnotherSection_HasNoValue()
    {
        var (holds, errors) = await CheckAsync("V", "switch (number)\n{\n    case 1:\n        var one = 1;\n        break;\n    default:\n        count = one;", typed: "switch (number)\n{\n    case 1:\n        var one = 1;\n        break;\n    default:\n        ", below: "\n        break;\n}");
        Assert.That(errors, Is.Not.Empty);
        Assert.That(holds, Is.False);
    }

    [Test]
    public async Task UsesFurtherDown_AreHeldToTheNewType()
    {
        // What was not known until now has to fit what is done with it.
        Assert.That((await CheckAsync("V", "var made = Order.Load(number);", "\nmade.Id = 3;", typed: "var made = ")).Holds, Is.True);
        var (holds, errors) = await CheckAsync("V", "var made = Order.Load(number);", "\nmade.Length = 3;", typed: "var made = ");
        Assert.That(errors, Is.Not.Empty);
        Assert.That(holds, Is.False);
    }

    [TestCase("V", "orders.Select(one =>\n{\n    return one.Id;", "orders.Select(one =>\n{\n    ", "\n}).ToList();", true)]
    [TestCase("V", "orders.Where(one =>\n{\n    return one.Id;", "orders.Where(one =>\n{\n    ", "\n}).ToList();", false)]
    [TestCase("V", "order.Each(one =>\n{\n    return one.Id;", "order.Each(one =>\n{\n    ", "\n});", false)]
    [TestCase("V", "Keep(orders.Select(one =>\n{\n    return one;", "Keep(orders.Select(one =>\n{\n    ", "\n}).First(), 1, null, any);", true)]
    [TestCase("V", "Keep(orders.Select(one =>\n{\n    return one.Id;", "Keep(orders.Select(one =>\n{\n    ", "\n}).First(), 1, null, any);", false)]
    public async Task WhatALambdaGivesBack_IsHeldToItsCall(string place, string statement, string typed, string below, bool isRight)
    {
        var (holds, errors) = await CheckAsync(place, statement, below, typed);
        Assert.That(errors, isRight ? Is.Empty : Is.Not.Empty);
        Assert.That(holds, Is.EqualTo(isRight));
    }

    [TestCase("V", "order.ShouldBe(number);", true)]
    [TestCase("V", "order.Customer.ShouldBe(number, text).ShouldBe(null);", true)]
    [TestCase("V", "var should = order.ShouldBe(number);\nshould.ShouldBe(1);", true)]
    [TestCase("V", "Order should = order.ShouldBe(number);", true)]
    [TestCase("A", "await order.ShouldBe(number);", true)]
    [TestCase("V", "order.ShouldBe<Order>(number);", true)]
    [TestCase("V", "Verifier.ShouldBe(order, number);", true)]
    [TestCase("V", "var verifier = new Verifier(order);\nverifier.ShouldBe(new Verifier<Order>());", true)]
    [TestCase("V", "Verifier.Other(order);", false)]
    [TestCase("V", "var verifier = new Verifier(missing);", false)]
    [TestCase("V", "var verifier = new Verifier<Missing>();", false)]
    [TestCase("V", "var verifier = Verifier;", false)]
    [TestCase("V", "order.Other(number);", false)]
    [TestCase("V", "order.ShouldBe(missing);", false)]
    [TestCase("V", "order.ShouldBe(order.Missing);", false)]
    [TestCase("V", "order.ShouldBe(one => one.Id);", false)]
    [TestCase("V", "order.ShouldBe(ref number);", false)]
    [TestCase("V", "order.ShouldBe<Missing>(number);", false)]
    [TestCase("V", "await order.ShouldBe(number);", false)]
    [TestCase("A", "order.ShouldBe(unset);", false)]
    [TestCase("V", "order.ShouldBe;", false)]
    public async Task WhatAMissingPackageMayDeclare_IsExcusedAndNoMore(string place, string statement, bool holds)
    {
        var (held, errors) = await CheckAsync(place, statement);
        Assert.That(held, Is.EqualTo(holds));
        if (holds) Assert.That(errors.Select(static error => error.Id), Is.All.AnyOf("CS0103", "CS0246", "CS1061"));
    }

    private static bool IsMissing(SimpleNameSyntax name) => name.Identifier.ValueText is "ShouldBe" or "Verifier";

    private static async Task<(bool Holds, IReadOnlyList<Diagnostic> Errors)> CheckAsync(string place, string statement, string below = "", string typed = "")
    {
        var marked = Around.Replace("$" + place, $"{typed}$0{below}", StringComparison.Ordinal);
        foreach (var other in new[] { "$C", "$A", "$V", "$R", "$S", "$P", "$Y" }) marked = marked.Replace(other, "", StringComparison.Ordinal);
        var fixture = new Fixture(marked);
        var at = fixture.Text.OffsetAt(fixture.Cursor);
        Assert.That(fixture.Snapshot.TryGetDocument(fixture.Path, out var document), Is.True);
        var now = await new BodyModels().AtAsync(document!, at, default);
        Assert.That(now?.Body, Is.Not.Null);

        var insert = statement[typed.Length..];
        var tree = now!.Root.SyntaxTree.WithChangedText(fixture.Text.WithChanges(new TextChange(new TextSpan(at, 0), insert)));
        var root = await tree.GetRootAsync();
        var compilation = now.Declarations.Compilation.ReplaceSyntaxTree(now.Declarations.SyntaxTree, tree);
        var errors = compilation.GetSemanticModel(tree).GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error).ToList();
        var inserted = new TextSpan(at, insert.Length);
        var holds = MemberBody.At(root, at) is { } body && now.Fork(root, body) is { } model && new StatementCheck(new PlainPlace(model, body, now.Body!.Value, inserted, IsMissing, default)).Holds();
        return (holds, errors);
    }
}
