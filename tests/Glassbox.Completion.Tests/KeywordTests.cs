using Glassbox.Contracts.Completion;

namespace Glassbox.Completion.Tests;

public sealed class KeywordTests
{
    [TestCase("class C { $0 }", "public private static void class int override async", "if return get namespace")]
    [TestCase("class C { public $0 }", "static void override int", "public private if")]
    [TestCase("class C { private protected $0 }", "static int", "public private protected")]
    [TestCase("$0", "using namespace class public static abstract", "private get")]
    [TestCase("namespace N { $0 }", "class public record interface", "if get private")]
    [TestCase("public $0", "class static sealed record", "public using if")]
    [TestCase("class C { void M() { $0 } }", "if for foreach return var using int await throw", "get public namespace case else")]
    [TestCase("class C { void M() { if (true) { } $0 } }", "else if return", "catch get")]
    [TestCase("class C { void M() { try { } $0 } }", "catch finally", "else")]
    [TestCase("class C { void M(int i) { switch (i) { $0 } } }", "case default", "else")]
    [TestCase("class C { void M() { var x = $0; } }", "new null true default typeof nameof await", "if return public class")]
    [TestCase("class C { void M() { var x = new $0; } }", "int string", "if null public new")]
    [TestCase("class C { int P { $0 } }", "get set init private", "if public class")]
    [TestCase("class C { void M($0) { } }", "ref out in params this int string", "if public return")]
    [TestCase("class C { void M(object o) { if (o is $0) { } } }", "not null int var", "if public")]
    [TestCase("class C { void M(object o) { if (o $0) { } } }", "is as switch", "if public new")]
    [TestCase("class C<T> where T : $0 { }", "class struct notnull unmanaged", "if public")]
    [TestCase("class C { void M(int[] xs) { var q = from x in xs $0 } }", "where select orderby", "if public")]
    [TestCase("class C { void M() { foreach ($0\n{\n} } }", "var int", "public")]
    [TestCase("class C { void M() { for ($0\n{\n} } }", "var int", "public")]
    [TestCase("class C { void M() { using ($0\n{\n} } }", "var await", "public")]
    [TestCase("class C { void M() { int.TryParse(\"1\", out $0\n } }", "var int", "public")]
    [TestCase("class C { public async $0\n{\n} }", "void static", "get if")]
    [TestCase("class C { void M() { await $0 } }", "new", "class public")]
    [TestCase("#$0", "if region pragma nullable", "class for")]
    [TestCase("#if $0\n#endif", "DEBUG TRACE true", "class if")]
    [TestCase("#nullable $0", "enable disable restore", "class if")]
    [TestCase("class C { void M() { $0 \n foo = 1; } }", "if return", "get")]
    [TestCase("class C { void M() { $0 \n foo.Bar(); } }", "if return", "get")]
    public async Task Place_OffersItsKeywordsOnly(string text, string expected, string refused)
    {
        var answer = await new Fixture(text).CompleteAsync(new Contracts.Settings.CompletionSettings { MaxItems = 5000 });
        var keywords = answer.Candidates.Where(candidate => candidate.Kind is CandidateKind.Keyword).Select(candidate => candidate.Label).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(expected.Split(' ').Except(keywords), Is.Empty, "missing");
            Assert.That(refused.Split(' ').Intersect(keywords), Is.Empty, "too many");
        });
    }
}
