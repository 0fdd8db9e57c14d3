using Glassbox.Completion.CSharp;
using Glassbox.Completion.Ghost.Plain;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Tests;

/// <summary>Statements in a text that has a place for each kind of them.</summary>
internal static class StatementFixture
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

    private static bool IsMissing(SimpleNameSyntax name) => name.Identifier.ValueText is "ShouldBe" or "Verifier";

    /// <summary>Puts a statement in its place: whether it holds by itself, and what the compiler says.</summary>
    /// <param name="place">A mark in the text.</param>
    /// <param name="statement">The statement, with what is typed of it already.</param>
    /// <param name="below">What stands behind it.</param>
    /// <param name="typed">What is typed of it already.</param>
    /// <param name="language">The version of C#.</param>
    public static async Task<(bool Holds, IReadOnlyList<Diagnostic> Errors)> CheckAsync(string place, string statement, string below = "", string typed = "", LanguageVersion language = LanguageVersion.Preview)
    {
        var marked = Around.Replace("$" + place, $"{typed}$0{below}", StringComparison.Ordinal);
        foreach (var other in new[] { "$C", "$A", "$V", "$R", "$S", "$P", "$Y" }) marked = marked.Replace(other, "", StringComparison.Ordinal);
        var fixture = new Fixture(marked, language: language);
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
