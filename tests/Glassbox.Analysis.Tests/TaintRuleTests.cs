using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Tests;

public sealed class TaintRuleTests
{
    [TestCase("GB1001", "command.CommandText = $\"DELETE FROM Items WHERE Name = '{text}'\";")]
    [TestCase("GB1001", "var sql = new System.Text.StringBuilder(); sql.Append(\"SELECT \").Append(text); command.CommandText = sql.ToString();")]
    [TestCase("GB1001", "string sql; if (number > 3) sql = \"SELECT 1\"; else sql = string.Format(\"SELECT {0}\", text); command.CommandText = sql;")]
    [TestCase("GB1001", "var all = new List<string> { \"a\", text }; command.CommandText = string.Join(\",\", all.Select(one => one.Trim()));")]
    [TestCase("GB1001", "var (first, second) = (\"a\", text); command.CommandText = \"SELECT \" + first + second;")]
    [TestCase("GB1001", "command.CommandText = \"SELECT \" + Request.Headers[\"X-Sort\"];")]
    [TestCase("GB1001", "foreach (var part in text.Split(',')) { command.CommandText = \"SELECT \" + part; }")]
    [TestCase("GB1001", "string Quote(string one) => \"'\" + one + \"'\"; command.CommandText = \"SELECT \" + Quote(text);")]
    [TestCase("GB1001", "try { text = text.Trim(); } catch (FormatException) { command.CommandText = text; }")]
    [TestCase("GB1001", "if (Request.Query.TryGetValue(\"q\", out var q)) command.CommandText = \"SELECT \" + q;")]
    [TestCase("GB1002", "System.Diagnostics.Process.Start(\"tar\", \"xf \" + text)?.Dispose();")]
    [TestCase("GB1002", "var start = new System.Diagnostics.ProcessStartInfo(\"git\"); start.Arguments = $\"log {text}\";")]
    [TestCase("GB1002", "var start = new System.Diagnostics.ProcessStartInfo { FileName = text };")]
    [TestCase("GB1003", "System.IO.File.Delete(Path.Combine(\"/srv\", text));")]
    [TestCase("GB1003", "using var stream = new FileStream(\"/srv/\" + text, FileMode.Open);")]
    [TestCase("GB1003", "var full = Path.GetFullPath(text); System.IO.File.Delete(full);")]
    [TestCase("GB1003", "var file = new FileInfo(text ?? \"x\"); file.Delete();")]
    [TestCase("GB1003", "if (!text.StartsWith(\"/srv/\")) return; System.IO.File.Delete(text);")]
    [TestCase("GB1004", "Response.Redirect(text);")]
    [TestCase("GB1004", "var target = string.IsNullOrEmpty(text) ? \"/\" : text; Redirect(target);")]
    [TestCase("GB1004", "Redirect(\"https://\" + text);")]
    [TestCase("GB1006", "new System.Xml.Serialization.XmlSerializer(Type.GetType(text)!);")]
    public async Task ValueFromOutside_ThatReachesASink_IsFound(string rule, string statements)
    {
        var code = Code.Of(Action(statements));
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        var findings = await code.FindingsAsync();
        Assert.That(findings.Select(finding => finding.RuleId), Is.EqualTo(new[] { rule }));
        Assert.That(findings[0].Trace[0].Kind, Is.EqualTo(TraceStepKind.Source));
        Assert.That(findings[0].Trace[^1].Kind, Is.EqualTo(TraceStepKind.Sink));
    }

    [TestCase("command.CommandText = \"SELECT \" + number;")]
    [TestCase("text = \"constant\"; command.CommandText = text;")]
    [TestCase("if (!int.TryParse(text, out var id)) return; command.CommandText = \"SELECT \" + id;")]
    [TestCase("if (!Guid.TryParse(text, out _)) return; command.CommandText = \"SELECT \" + text;")]
    [TestCase("if (text == \"Name\" || text == \"Price\") command.CommandText = \"SELECT \" + text;")]
    [TestCase("if (text is not (\"Name\" or \"Price\")) return; command.CommandText = \"SELECT \" + text;")]
    [TestCase("var allowed = new HashSet<string> { \"Name\" }; if (!allowed.Contains(text)) throw new ArgumentException(text); command.CommandText = \"SELECT \" + text;")]
    [TestCase("var isKnown = new[] { \"Name\" }.Contains(text); if (!isKnown) return; command.CommandText = \"SELECT \" + text;")]
    [TestCase("var column = text switch { \"a\" => \"Alpha\", _ => \"Beta\" }; command.CommandText = \"SELECT \" + column;")]
    [TestCase("command.CommandText = $\"SELECT {int.Parse(text)}\";")]
    [TestCase("var parameter = command.CreateParameter(); parameter.Value = text; command.Parameters.Add(parameter); command.CommandText = \"SELECT @p\";")]
    [TestCase("if (!System.Text.RegularExpressions.Regex.IsMatch(text, \"^[a-z]+$\")) return; command.CommandText = text;")]
    [TestCase("if (!text.All(char.IsLetterOrDigit)) return; command.CommandText = text;")]
    [TestCase("System.IO.File.Delete(Path.Combine(\"/srv\", Path.GetFileName(text)));")]
    [TestCase("var full = Path.GetFullPath(Path.Combine(\"/srv\", text)); if (!full.StartsWith(\"/srv/\", StringComparison.Ordinal)) return; System.IO.File.Delete(full);")]
    [TestCase("if (text.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0) return; System.IO.File.Delete(Path.Combine(\"/srv\", text));")]
    [TestCase("System.IO.File.Exists(text);")]
    [TestCase("if (Url.IsLocalUrl(text)) Redirect(text);")]
    [TestCase("Redirect(Url.IsLocalUrl(text) ? text : \"/\");")]
    [TestCase("LocalRedirect(text);")]
    [TestCase("Redirect(\"/items?q=\" + text);")]
    [TestCase("Redirect(\"/items/\" + Uri.EscapeDataString(text));")]
    [TestCase("if (new Uri(text).Host != \"example.com\") return; Redirect(text);")]
    [TestCase("var start = new System.Diagnostics.ProcessStartInfo(\"git\"); start.ArgumentList.Add(text);")]
    [TestCase("System.Diagnostics.Process.Start(\"git\", new[] { \"log\", text })?.Dispose();")]
    public async Task ValueThatWasCheckedOrCannotHarm_IsNotFound(string statements)
    {
        var code = Code.Of(Action(statements));
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That(await code.FindingsAsync(), Is.Empty);
    }

    [Test]
    public async Task MinimalApi_ParametersAreSourcesAndServicesAreNot()
    {
        var code = Code.Of("""
            //top
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Http;
            var app = WebApplication.Create(args);
            app.MapGet("/go", (string to) => Results.Redirect(to));
            app.MapGet("/file", (Folder folder) => File.ReadAllText(folder.Path()));
            app.MapGet("/named", Named);
            app.Run();
            static IResult Named(string name) => Results.Text(File.ReadAllText(name));
            public sealed class Folder { public string Path() => "/srv/readme"; }
            """);
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That((await code.FindingsAsync()).Select(finding => finding.RuleId), Is.EqualTo(new[] { "GB1004", "GB1003" }));
    }

    [Test]
    public async Task ProgramArguments_ReachCommandsButMayNameFiles()
    {
        var code = Code.Of("""
            //top
            Console.WriteLine(File.ReadAllText(args[0]));
            System.Diagnostics.Process.Start("tar", "xf " + args[1]).WaitForExit();
            """);
        var finding = (await code.FindingsAsync()).Single(one => one.RuleId != "GB3001");
        Assert.That((finding.RuleId, finding.Confidence), Is.EqualTo(("GB1002", Confidence.Medium)));
        Assert.That(finding.Message, Does.StartWith("'args' from the command line reaches Process.Start"));
    }

    [Test]
    public async Task Message_NamesValueAndSink_AndTraceTellsTheWay()
    {
        var code = Code.Of(Action("var q = Request.Query[\"name\"].ToString(); var sql = \"SELECT '\" + q + \"'\"; command.CommandText = sql;"));
        var finding = (await code.FindingsAsync()).Single();
        Assert.That(finding.Message, Is.EqualTo("'name' from the request query reaches DbCommand.CommandText without parameters"));
        Assert.That(finding.Trace.Select(step => step.Message), Does.Contain("'sql' takes it"));
    }

    [Test]
    public async Task UnresolvedPackages_AreMatchedByName_WithLessConfidence()
    {
        var findings = await Code.Unresolved("""
            using Microsoft.Data.SqlClient;
            using Microsoft.AspNetCore.Mvc;
            public class ItemsController : Controller
            {
                public object Find(string name)
                {
                    var command = new SqlCommand("SELECT * FROM Items WHERE Name = '" + name + "'", Open());
                    return Redirect(name);
                }
            }
            """).FindingsAsync();
        Assert.That(findings.Select(finding => finding.RuleId), Is.EquivalentTo(new[] { "GB1001", "GB1004" }));
        Assert.That(findings.Select(finding => finding.Confidence), Has.All.LessThan(Confidence.High));
    }

    [Test]
    public async Task UnresolvedWebForm_TextBoxIsASource()
    {
        var findings = await Code.Of("""
            using System.Web.UI.WebControls;
            public class Login
            {
                private TextBox name;
                public void Click(System.Data.Common.DbCommand command) => command.CommandText = "SELECT '" + name.Text + "'";
            }
            """).FindingsAsync();
        Assert.That(findings.Select(finding => (finding.RuleId, finding.Confidence)), Is.EqualTo(new[] { ("GB1001", Confidence.Medium) }));
    }

    internal static string Action(string statements) => $$"""
        using System.Data.Common;
        using Microsoft.AspNetCore.Mvc;

        public class ItemsController(DbCommand command) : ControllerBase
        {
            public void Act(string text, int number)
            {
                _ = command;
                {{statements}}
            }
        }
        """;
}
