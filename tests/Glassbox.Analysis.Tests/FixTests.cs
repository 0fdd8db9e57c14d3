using Glassbox.Analysis.Fixes;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Tests;

public sealed class FixTests
{
    public static IEnumerable<RuleInfo> FixableRules => new AnalysisEngine().Rules.Where(rule => rule.Id != "GB1006" && FixCatalog.For(rule.Id).Any());

    [TestCaseSource(nameof(FixableRules))]
    public async Task PreferredFix_OfTheBadExample_LeavesNothingAndCompiles(RuleInfo rule)
    {
        var code = Code.Of(rule.BadExample);
        var offer = (await code.OffersAsync()).First(one => one.IsPreferred);
        var after = code.Edited(await code.ApplyAsync(offer.Id));
        Assert.That(await after.ErrorsAsync(), Is.Empty);
        Assert.That(await after.FindingsAsync(), Is.Empty);
    }

    [TestCase("sql-parameter", "command.CommandText = \"SELECT * FROM T WHERE A = '\" + text + \"' AND B = 1\";", "\"SELECT * FROM T WHERE A = @text AND B = 1\"", "textParameter.Value = text;")]
    [TestCase("sql-parameter", "command.CommandText = $\"SELECT * FROM T WHERE A LIKE '%{text}%' AND B = {number}\";", "$\"SELECT * FROM T WHERE A LIKE @text AND B = {number}\"", "textParameter.Value = $\"%{text}%\";")]
    [TestCase("sql-parameter", "var sql = $\"UPDATE T SET A = {text}\";\n        command.CommandText = sql;", "var sql = \"UPDATE T SET A = @text\";", "textParameter.ParameterName = \"@text\";")]
    [TestCase("argument-list", "System.Diagnostics.Process.Start(\"git\", $\"log --author={text} -n 3\")?.Dispose();", "ArgumentList = { \"log\", $\"--author={text}\", \"-n\", \"3\" }", "")]
    [TestCase("file-name", "var path = Path.Combine(\"/srv\", text);\n        System.IO.File.Delete(path);", "Path.Combine(\"/srv\", Path.GetFileName(text))", "")]
    [TestCase("file-name", "System.IO.File.Delete($\"/srv/{text}.txt\");", "{Path.GetFileName(text)}.txt", "")]
    [TestCase("is-local-url", "Redirect(text);", "Redirect(Url.IsLocalUrl(text) ? text : \"/\");", "")]
    [TestCase("local-redirect", "Redirect(text);", "LocalRedirect(text);", "")]
    public async Task Fix_OfAFlow_GivesTheText(string fixId, string statements, string expected, string alsoExpected)
    {
        var fixedText = await Fixed(TaintRuleTests.Action(statements), fixId);
        Assert.That(fixedText, Does.Contain(expected).And.Contain(alsoExpected));
    }

    [TestCase("xml-prohibit", "var s = new System.Xml.XmlReaderSettings { DtdProcessing = System.Xml.DtdProcessing.Parse, XmlResolver = new System.Xml.XmlUrlResolver() };", "{ DtdProcessing = System.Xml.DtdProcessing.Prohibit, XmlResolver = null }")]
    [TestCase("environment-variable", "var dbPassword = \"S3cr3t!pass\";", "var dbPassword = Environment.GetEnvironmentVariable(\"DB_PASSWORD\") ?? throw new InvalidOperationException(\"DB_PASSWORD is not set.\");")]
    [TestCase("sha256", "using System.Security.Cryptography.MD5 h = System.Security.Cryptography.MD5.Create();", "using System.Security.Cryptography.SHA256 h = System.Security.Cryptography.SHA256.Create();")]
    [TestCase("aes", "using var c = System.Security.Cryptography.DES.Create(); c.GenerateKey();", "System.Security.Cryptography.Aes.Create()")]
    [TestCase("cbc", "using var c = System.Security.Cryptography.Aes.Create(); c.Mode = System.Security.Cryptography.CipherMode.ECB; c.GenerateIV();", "CipherMode.CBC")]
    [TestCase("using", "var stream = File.OpenRead(\"a\"); // keep\n        stream.ReadByte();", "using var stream = File.OpenRead(\"a\"); // keep")]
    [TestCase("using", "File.Create(\"a\");", "File.Create(\"a\").Dispose();")]
    [TestCase("less-than", "var a = new int[3]; for (var i = 0; i <= a.Length; i++) a[i] = 1;", "i < a.Length;")]
    [TestCase("less-than", "var a = new int[3]; for (var i = a.Length; i >= 0; i--) a[i] = 1;", "var i = a.Length - 1;")]
    [TestCase("conditional-access", "object o = \"\"; var s = o as string; Console.Write($\"{s.Length}\");", "{s?.Length}")]
    [TestCase("null-guard", "object o = \"\"; var s = o as string;\n        Console.Write(s.Length);", "if (s is null) throw new InvalidOperationException(\"There is no s.\");")]
    [TestCase("first", "Console.Write(new List<string>().LastOrDefault(x => x == \"a\").Length);", ".Last(x => x == \"a\").Length")]
    [TestCase("await", "Task.Delay(1);", "await Task.Delay(1);")]
    public async Task Fix_OfAPattern_GivesTheText(string fixId, string statements, string expected) =>
        Assert.That(await Fixed(PatternRuleTests.Method(statements), fixId), Does.Contain(expected));

    [TestCase("sql-parameter", "command.CommandText = \"SELECT * FROM \" + text;")]
    [TestCase("sql-parameter", "command.CommandText = $\"SELECT * FROM T ORDER BY {text}\";")]
    [TestCase("sql-parameter", "command.CommandText = $\"SELECT * FROM T WHERE A IN ({text})\";")]
    [TestCase("argument-list", "System.Diagnostics.Process.Start(\"/bin/sh\", $\"-c {text}\")?.Dispose();")]
    [TestCase("argument-list", "System.Diagnostics.Process.Start(text, \"a\")?.Dispose();")]
    public async Task UnsafeFix_IsNotOffered(string fixId, string statements) =>
        Assert.That(await Code.Of(TaintRuleTests.Action(statements)).FixedAsync(fixId), Is.Null);

    [TestCase("aes", "using var c = System.Security.Cryptography.DES.Create(); c.Key = new byte[8];")]
    [TestCase("cbc", "using var c = System.Security.Cryptography.Aes.Create(); c.Mode = System.Security.Cryptography.CipherMode.ECB;")]
    [TestCase("sha256", "System.Security.Cryptography.MD5 h; h = System.Security.Cryptography.MD5.Create(); h.Dispose();")]
    [TestCase("await", "void Later() { File.WriteAllTextAsync(\"a\", \"b\"); }")]
    [TestCase("conditional-access", "object o = \"\"; var s = o as string; int n = s.Length;")]
    public async Task FixThatWouldBreak_IsNotOffered(string fixId, string statements) =>
        Assert.That(await Code.Of(PatternRuleTests.Method(statements)).FixedAsync(fixId), Is.Null);

    [Test]
    public async Task PrivateConstant_BecomesAReadOnlyField()
    {
        var text = await Fixed("class Mail { private const string Password = \"S3cr3t!pass\"; public int Size => Password.Length; }", "environment-variable");
        Assert.That(text, Does.Contain("private static readonly string Password = Environment.GetEnvironmentVariable(\"MAIL_PASSWORD\")"));
    }

    [Test]
    public async Task PrivateMethod_BecomesAsync()
    {
        var text = await Fixed("class Log { private void Write() { File.WriteAllTextAsync(\"a\", \"b\"); } }", "await");
        Assert.That(text, Does.Contain("private async Task Write() { await File.WriteAllTextAsync(\"a\", \"b\"); }"));
    }

    [Test]
    public async Task LineEndings_OfTheDocumentAreKept_AndTheRestIsUntouched()
    {
        var source = TaintRuleTests.Action("var   odd  =  1;\n        command.CommandText = \"SELECT 'a' WHERE B = '\" + text + \"'\";").ReplaceLineEndings("\r\n");
        var text = await Fixed(source, "sql-parameter");
        Assert.That(text.Replace("\r\n", "", StringComparison.Ordinal), Does.Not.Contain("\n").And.Not.Contain("\r"));
        Assert.That(text, Does.Contain("var   odd  =  1;\r\n"));
    }

    [Test]
    public async Task Resolve_AfterTheFindingWasMended_Refuses()
    {
        var rule = new AnalysisEngine().Rules.Single(one => one.Id == "GB3001");
        var code = Code.Of(rule.BadExample);
        var offer = (await code.OffersAsync()).First(one => one.Id.Kind == CodeActionKind.QuickFix);
        var edit = await code.Edited(rule.GoodExample).ResolveAsync(offer.Id);
        Assert.That((edit.Refusal, edit.Documents.Length), Is.EqualTo(("The finding GB3001 is no longer in Main.cs.", 0)));
    }

    [Test]
    public async Task Resolve_AfterLinesMoved_FitsTheNewText()
    {
        var rule = new AnalysisEngine().Rules.Single(one => one.Id == "GB3001");
        var code = Code.Of(rule.BadExample);
        var offer = (await code.OffersAsync()).First(one => one.Id.Kind == CodeActionKind.QuickFix);
        var moved = code.Edited("// one\n// two\n" + rule.BadExample);
        Assert.That(await moved.ApplyAsync(offer.Id), Does.StartWith("// one\n// two\n").And.Contain("using var writer"));
    }

    private static async Task<string> Fixed(string source, string fixId)
    {
        var code = Code.Of(source);
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        var text = await code.FixedAsync(fixId);
        Assert.That(text, Is.Not.Null, "not offered");
        Assert.That(await code.Edited(text!).ErrorsAsync(), Is.Empty);
        return text!;
    }
}
