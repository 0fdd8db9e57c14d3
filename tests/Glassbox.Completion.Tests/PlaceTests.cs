namespace Glassbox.Completion.Tests;

public sealed class PlaceTests
{
    [TestCase("try { } catch (Ex$0) { }", "Exception", "count")]
    [TestCase("List<Or$0> x;", "Order", "order if")]
    [TestCase("var t = typeof($0);", "Order int", "order return")]
    [TestCase("foreach (var x in or$0) { }", "orders order", "return")]
    [TestCase("return $0;", "order count null", "return if")]
    [TestCase("throw new $0", "Exception InvalidOperationException", "return null")]
    [TestCase("orders.Where(x => x.$0)", "Customer Id", "order if")]
    [TestCase("orders.Where(x => $0)", "x order", "return")]
    [TestCase("var n = nameof(or$0);", "order orders", "return")]
    [TestCase("var y = count > 1 ? or$0 : null;", "order", "return")]
    [TestCase("var y = orders[co$0];", "count", "return")]
    [TestCase("var y = count switch { 1 => or$0 };", "order", "return")]
    [TestCase("if (order is not $0) { }", "Order null", "return order.Id")]
    [TestCase("var (a, b) = (or$0, 1);", "order", "return")]
    [TestCase("int Local() => co$0", "count", "return")]
    [TestCase("var q = from o in orders where o.$0 select o;", "Customer", "where")]
    [TestCase("var q = from o in orders where $0 select o;", "o order", "return")]
    [TestCase("using (var r = or$0) { }", "order", "return")]
    [TestCase("var s = (Or$0)x;", "Order", "return")]
    [TestCase("var s = x as $0;", "Order", "return order")]
    [TestCase("Action a = () => { $0 };", "order return if", "get")]
    [TestCase("order.Total(count, $0", "count rounded:", "return")]
    [TestCase("Console.WriteLine($\"{order.Id:d} {$0}\");", "order", "return")]
    [TestCase("count = co$0\n int other = 1;", "count", "return")]
    [TestCase("$0int x = 1;", "order if", "get", TestName = "Before a word, in a statement")]
    public async Task Body_Offers(string body, string expected, string refused) =>
        Check(await Fixture.InMethod(body).LabelsAsync(new Contracts.Settings.CompletionSettings { MaxItems = 5000 }), expected, refused);

    [TestCase("using System; class C : IDis$0 { }", "IDisposable", "public if")]
    [TestCase("using System; class C<T> where T : IDis$0 { }", "IDisposable", "public if")]
    [TestCase("using System; class C { DateT$0 }", "DateTime", "if return")]
    [TestCase("using System; class C { private readonly DateT$0 }", "DateTime", "private readonly return")]
    [TestCase("using System; class C { void M(DateT$0) { } }", "DateTime", "return")]
    [TestCase("using System; class C { DateTime P => Date$0 }", "DateTime", "public get")]
    [TestCase("using System; class C { [Obs$0] void M() { } }", "Obsolete", "ObsoleteAttribute if")]
    [TestCase("using System; [assembly: CLSC$0]", "CLSCompliant", "if")]
    [TestCase("using System; [Obsolete($0)] class C { }", "message: DiagnosticId", "return")]
    [TestCase("class C { const int Max = 1; int x = M$0; }", "Max", "return public")]
    [TestCase("record R($0);", "int", "return")]
    [TestCase("using static System.$0;", "Math Console", "if")]
    [TestCase("using X = System.$0;", "Collections String", "if")]
    [TestCase("namespace A { class B { } } namespace A.C { class D { $0 } }", "B D", "if")]
    [TestCase("delegate void E(); class C { event $0 }", "E", "if")]
    public async Task Declaration_Offers(string text, string expected, string refused) =>
        Check(await new Fixture(text).LabelsAsync(new Contracts.Settings.CompletionSettings { MaxItems = 5000 }), expected, refused);

    private static void Check(IReadOnlyCollection<string> labels, string expected, string refused) =>
        Assert.Multiple(() =>
        {
            Assert.That(expected.Split(' ').Except(labels), Is.Empty, "missing");
            Assert.That(refused.Split(' ').Intersect(labels), Is.Empty, "too many");
        });
}
