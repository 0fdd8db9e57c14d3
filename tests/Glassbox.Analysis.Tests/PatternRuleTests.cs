namespace Glassbox.Analysis.Tests;

public sealed class PatternRuleTests
{
    [TestCase("GB1005", "var s = new System.Xml.XmlReaderSettings(); s.DtdProcessing = System.Xml.DtdProcessing.Parse; s.XmlResolver = new System.Xml.XmlUrlResolver();")]
    [TestCase("GB1005", "var d = new System.Xml.XmlDocument { XmlResolver = new System.Xml.XmlUrlResolver() };")]
    [TestCase("GB1005", "var s = new System.Xml.XmlReaderSettings { DtdProcessing = System.Xml.DtdProcessing.Parse };")]
    [TestCase("GB2001", "var password = \"S3cr3t!pass\";")]
    [TestCase("GB2001", "var c = \"Server=db;Database=x;User Id=sa;Password=Qw3rty!;\";")]
    [TestCase("GB2001", "var c = new System.Net.NetworkCredential(\"bob\", \"hunter22\");")]
    [TestCase("GB2001", "var text = Environment.GetEnvironmentVariable(\"A\"); var apiKey = text ?? \"9f8e7d6c5b4a\";")]
    [TestCase("GB2002", "using var h = System.Security.Cryptography.SHA1.Create();")]
    [TestCase("GB2002", "var h = System.Security.Cryptography.MD5.HashData(new byte[1]);")]
    [TestCase("GB2002", "var h = System.Security.Cryptography.CryptoConfig.CreateFromName(\"System.Security.Cryptography.MD5\");")]
    [TestCase("GB2002", "Func<System.Security.Cryptography.SHA1> make = System.Security.Cryptography.SHA1.Create;")]
    [TestCase("GB2002", "using var h = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.MD5);")]
    [TestCase("GB2003", "using var c = System.Security.Cryptography.TripleDES.Create();")]
    [TestCase("GB2003", "using var c = System.Security.Cryptography.Aes.Create(); c.Mode = System.Security.Cryptography.CipherMode.ECB;")]
    [TestCase("GB2003", "using var c = System.Security.Cryptography.Aes.Create(); c.EncryptEcb(new byte[1], System.Security.Cryptography.PaddingMode.PKCS7);")]
    [TestCase("GB3001", "var stream = new FileStream(\"a\", FileMode.Open); stream.ReadByte();")]
    [TestCase("GB3001", "var stream = File.OpenRead(\"a\"); var reader = new StreamReader(stream); reader.ReadLine();")]
    [TestCase("GB3001", "File.Create(\"a\");")]
    [TestCase("GB3001", "var line = new StreamReader(\"a\").ReadLine();")]
    [TestCase("GB3002", "var a = new int[3]; for (var i = 0; i <= a.Length; i++) a[i] = 1;")]
    [TestCase("GB3002", "var a = new List<int>(); for (var i = a.Count; i >= 0; i--) Console.Write(a[i]);")]
    [TestCase("GB3002", "var a = \"text\"; var i = 0; while (a.Length >= i) { Console.Write(a[i]); i++; }")]
    [TestCase("GB3003", "object o = \"\"; var s = o as string; Console.Write(s.Length);")]
    [TestCase("GB3003", "var n = new List<string>().Find(x => x == \"a\"); Console.Write(n.Length);")]
    [TestCase("GB3003", "Console.Write(new List<string>().LastOrDefault(x => x == \"a\").Length);")]
    [TestCase("GB3003", "var d = new Dictionary<int, string>(); var v = d.GetValueOrDefault(3); if (v == null) Console.Write(1); Console.Write(v.Length);")]
    [TestCase("GB3004", "Task.Delay(1);")]
    [TestCase("GB3004", "File.WriteAllTextAsync(\"a\", \"b\");")]
    [TestCase("GB3004", "void Later() { new System.Net.Http.HttpClient().GetAsync(\"x\"); }")]
    public async Task Mistake_IsFoundOnce(string rule, string statements)
    {
        var code = Code.Of(Method(statements));
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That((await code.FindingsAsync()).Select(finding => finding.RuleId), Is.EqualTo(new[] { rule }));
    }

    [TestCase("var s = new System.Xml.XmlReaderSettings { DtdProcessing = System.Xml.DtdProcessing.Parse, XmlResolver = null };")]
    [TestCase("var s = new System.Xml.XmlReaderSettings { DtdProcessing = System.Xml.DtdProcessing.Ignore };")]
    [TestCase("var d = new System.Xml.XmlDocument { XmlResolver = null };")]
    [TestCase("var o = System.Text.Json.JsonSerializer.Deserialize<int>(\"1\");")]
    [TestCase("var passwordField = \"user_password\"; var passwordPrompt = \"Enter-it\"; var tokenType = \"Bearer1234\";")]
    [TestCase("var password = \"\"; var secret = \"<your-secret>\"; var pwd = \"***\"; var apiKey = \"Auth:ApiKey\";")]
    [TestCase("var c = \"Server=db;Integrated Security=true;Password={0};\";")]
    [TestCase("var password = Environment.GetEnvironmentVariable(\"DB_PASSWORD\");")]
    [TestCase("using var h = System.Security.Cryptography.SHA256.Create();")]
    [TestCase("var h = System.Security.Cryptography.CryptoConfig.CreateFromName(\"System.Security.Cryptography.SHA512\");")]
    [TestCase("using var c = System.Security.Cryptography.Aes.Create(); c.Mode = System.Security.Cryptography.CipherMode.CBC;")]
    [TestCase("using var stream = File.OpenRead(\"a\"); using (var r = new StreamReader(stream)) r.Read();")]
    [TestCase("var stream = File.OpenRead(\"a\"); try { stream.ReadByte(); } finally { stream.Dispose(); }")]
    [TestCase("var stream = File.OpenRead(\"a\"); using var reader = new StreamReader(stream); reader.Read();")]
    [TestCase("Stream Open() { var stream = File.OpenRead(\"a\"); return stream; } Open().Dispose();")]
    [TestCase("void Write(Stream to) { var writer = new StreamWriter(to); writer.Write(1); writer.Flush(); } Write(Stream.Null);")]
    [TestCase("var memory = new MemoryStream(); memory.WriteByte(1);")]
    [TestCase("var a = new int[3]; for (var i = 0; i < a.Length; i++) a[i] = 1;")]
    [TestCase("var a = \"text\"; for (var i = 0; i <= a.Length; i++) Console.Write(a.Substring(i));")]
    [TestCase("var a = new int[3]; for (var i = 1; i <= a.Length; i++) Console.Write(a[i - 1]);")]
    [TestCase("var a = new int[3]; for (var i = 0; i <= a.Length; i++) { if (i < a.Length) Console.Write(a[i]); }")]
    [TestCase("var d = new Dictionary<int, int>(); for (var i = 0; i <= d.Count; i++) d[i] = 1;")]
    [TestCase("object o = \"\"; var s = o as string; if (s != null) Console.Write(s.Length);")]
    [TestCase("object o = \"\"; var s = o as string; if (s is null) return; Console.Write(s.Length);")]
    [TestCase("object o = \"\"; var s = o as string; Console.Write(s?.Length);")]
    [TestCase("var n = new List<string>().FirstOrDefault() ?? throw new InvalidOperationException(); Console.Write(n.Length);")]
    [TestCase("var n = new List<int>().FirstOrDefault(); Console.Write(n.ToString());")]
    [TestCase("var n = new List<string>().FirstOrDefault(); ArgumentNullException.ThrowIfNull(n); Console.Write(n.Length);")]
    [TestCase("object o = \"\"; var s = o as string; if (s == null) { s = new string('a', 2); } Console.Write(s.Length);")]
    [TestCase("object o = \"\"; if (o is string) { var s = o as string; Console.Write(s.Length); }")]
    [TestCase("var all = new List<string>(); if (all.Count == 0) return; var n = all.FirstOrDefault(); Console.Write(n.Length);")]
    [TestCase("await Task.Delay(1); _ = Task.Delay(1); var t = Task.Delay(1); await t;")]
    [TestCase("void Start() { Task.Run(() => 1); } Start();")]
    public async Task GoodCode_IsLeftAlone(string statements)
    {
        var code = Code.Of(Method(statements));
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That(await code.FindingsAsync(), Is.Empty);
    }

    [Test]
    public async Task TypeNameHandling_IsFoundWithoutThePackage()
    {
        var findings = await Code.Of("""
            using Newtonsoft.Json;
            static class Settings
            {
                static object Loose() => new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All };
                static object Strict() => new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None };
                static object Bound(object b) => new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All, SerializationBinder = b };
            }
            """).FindingsAsync();
        Assert.That(findings.Select(finding => (finding.RuleId, finding.Range.Start.Line)), Is.EqualTo(new[] { ("GB1006", 3) }));
    }

    [Test]
    public async Task Credential_IsNeverRepeatedInTheMessage()
    {
        var finding = (await Code.Of(Method("var password = \"S3cr3t!pass\";")).FindingsAsync()).Single();
        Assert.That(finding.Message, Does.Not.Contain("S3cr3t").And.Contain("'password'"));
    }

    internal static string Method(string statements) => $$"""
        public class Subject
        {
            public async Task Run()
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """;
}
