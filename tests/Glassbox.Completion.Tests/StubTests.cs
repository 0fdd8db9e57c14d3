namespace Glassbox.Completion.Tests;

/// <summary>Members that are written out: of interfaces, and of partial methods.</summary>
public sealed class StubTests
{
    private const string Shape = "interface IShape { int Area { get; } void Draw<T>(T on, int times = 1); static abstract int Count(); int Twice => 2; } ";

    [TestCase("class C : IShape { $0 }", "Area Draw<T>(T,int) Count()", "Twice")]
    [TestCase("class C : IShape { public $0 }", "Area Draw<T>(T,int) Count()", "Twice")]
    [TestCase("class C : IShape { public static $0 }", "Count()", "Area Draw<T>(T,int)")]
    [TestCase("class C : IShape { public int Area => 1; $0 }", "Draw<T>(T,int)", "Area")]
    [TestCase("class C : IShape { private $0 }", "int", "Area")]
    [TestCase("class C { $0 }", "int", "Area")]
    [TestCase("class C : IShape { void M() { $0 } }", "int", "Draw<T>(T,int) Area")]
    [TestCase("class C : IShape { void IShape.$0 }", "Area Draw<T>(T,int)", "Twice int")]
    [TestCase("class C : IShape { IShape.$0 }", "Area Draw<T>(T,int)", "Twice")]
    [TestCase("class C : IShape { void IShape.Draw<T>(T on, int times) { } int IShape.$0 }", "Area", "Draw<T>(T,int)")]
    [TestCase("partial class C { partial void Run(int a); partial void Done(); partial void Done() { } partial $0 }", "Run(int)", "Done()")]
    [TestCase("class C { void M() { $0 } }", "int", "Run(int)")]
    [TestCase("class C : IShape { int $0\n }", "IShape", "Area int")]
    [TestCase("class C : IShape { int $0 { get; } }", "IShape", "Area int")]
    [TestCase("class C : IShape { void M() { int $0 } }", "", "IShape")]
    [TestCase("class C<TOne, TTwo> where TOne : class where $0\n{ }", "TTwo", "if")]
    [TestCase("class Form { public abstract Text Read(); } class Text { } class C : Form { public override $0 }", "Read() Text", "IShape")]
    public async Task Place_OffersWhatIsMissing(string text, string expected, string refused)
    {
        var labels = (await new Fixture(Shape + text).LabelsAsync(new Contracts.Settings.CompletionSettings { MaxItems = 5000 })).Select(label => label.Replace(", ", ",", StringComparison.Ordinal)).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(labels), Is.Empty, "missing");
            Assert.That(refused.Split(' ').Intersect(labels), Is.Empty, "too many");
        });
    }

    [TestCase("class C : IDisposable { Dis$0 }", "Dispose()", "{ public void Dispose() => throw new System.NotImplementedException(); }")]
    [TestCase("class C : IDisposable { public $0 }", "Dispose()", "{ public void Dispose() => throw new System.NotImplementedException(); }")]
    [TestCase("class C : IDisposable { IDisposable.$0 }", "Dispose()", "{ void IDisposable.Dispose() => throw new System.NotImplementedException(); }")]
    [TestCase("class C : IComparable<C> { int IComparable<C>.$0 }", "CompareTo(C)", "{ int IComparable<C>.CompareTo(C? other) => throw new System.NotImplementedException(); }")]
    [TestCase("interface IHas { int Amount { get; set; } } class C : IHas { $0 }", "Amount", "{ public int Amount { get => throw new System.NotImplementedException(); set => throw new System.NotImplementedException(); } }")]
    [TestCase("partial class C { partial void Run(int a); partial $0 }", "Run(int)", "partial void Run(int a) { } }")]
    [TestCase("partial class C { public partial int Run(int a); partial $0 }", "Run(int)", "public partial int Run(int a) => throw new System.NotImplementedException(); }")]
    public async Task Accepted_Compiles(string text, string label, string expected)
    {
        var fixture = new Fixture("using System; " + text);
        var answer = await fixture.CompleteAsync();
        var accepted = fixture.Accept(answer, answer.Candidates.Single(candidate => candidate.Label == label));
        Assert.That(accepted, Does.Contain(expected));
        Assert.That(await fixture.ErrorsOfAsync(accepted), Is.Empty);
    }
}
