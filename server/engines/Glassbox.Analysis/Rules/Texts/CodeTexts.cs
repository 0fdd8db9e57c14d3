using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Texts;

/// <summary>What the rules about code that others choose say: scripts, types, libraries and objects.</summary>
internal static class CodeTexts
{
    public static readonly RuleInfo CodeInjection = new(
        RuleIds.CodeInjection, "CodeInjection", "Value from outside is run as code", "Injection", [94, 95], Severity.Error,
        """
        A script has the rights of your process: it reads files and secrets, opens connections and starts programs. Lists of
        forbidden words do not hold, for there are more ways to write a call than any list names.
        """,
        """
        Do without: choose from operations that the program holds, or read the value with a parser for the small language that is
        meant. Where foreign scripts must run, run them in another process with few rights and limits on time and memory.
        """,
        """
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.CodeAnalysis.CSharp.Scripting;

        public class CalculatorController : ControllerBase
        {
            public async Task<object> Compute(string formula) => await CSharpScript.EvaluateAsync(formula);
        }

        // What the example needs of the package.
        namespace Microsoft.CodeAnalysis.CSharp.Scripting
        {
            public static class CSharpScript
            {
                public static Task<object> EvaluateAsync(string code) => Task.FromResult(new object());
            }
        }
        """,
        """
        using Microsoft.AspNetCore.Mvc;

        public class CalculatorController : ControllerBase
        {
            public ActionResult<double> Compute(string operation, double left, double right) => operation switch
            {
                "add" => left + right,
                "subtract" => left - right,
                _ => BadRequest(),
            };
        }
        """);

    public static readonly RuleInfo UnsafeReflection = new(
        RuleIds.UnsafeReflection, "UnsafeReflection", "Value from outside chooses the type or the member that is used",
        "Code", [470], Severity.Warning,
        """
        Whoever chooses the name can reach any type and method that the process has loaded, also those that were never meant to be
        called from outside, and with an assembly's name those that it can load. Checks that stand on the intended way are passed by.
        """,
        """
        Choose from a list: a `switch` over the names that are meant, or a dictionary of factories. Where types are found at run
        time, collect those with an attribute or an interface of your own first, and look the name up among them.
        """,
        """
        using System;
        using Microsoft.AspNetCore.Mvc;

        public class ExportController : ControllerBase
        {
            public object? Create(string exporter) => Activator.CreateInstance("Shop", exporter)?.Unwrap();
        }
        """,
        """
        using Microsoft.AspNetCore.Mvc;

        public sealed class CsvExporter;

        public sealed class JsonExporter;

        public class ExportController : ControllerBase
        {
            public object? Create(string exporter) => exporter switch
            {
                "csv" => new CsvExporter(),
                "json" => new JsonExporter(),
                _ => null,
            };
        }
        """);

    public static readonly RuleInfo UntrustedLibrary = new(
        RuleIds.UntrustedLibrary, "UntrustedLibrary", "Value from outside chooses a library that is loaded",
        "Code", [114, 426, 427], Severity.Error,
        """
        Loading a library runs its code, with the rights of your process. A value that names a file somewhere else, on a share, or
        in a folder that others can write to, lets them run theirs.
        """,
        """
        Load only from a folder that comes with the program and that only administrators can write to, by full path, and choose
        the file from a list. Check its hash or its signature where it was brought from elsewhere.
        """,
        """
        using System.Reflection;
        using Microsoft.AspNetCore.Mvc;

        public class PluginsController : ControllerBase
        {
            public IActionResult Load(string file) => Ok(Assembly.LoadFrom(file).FullName);
        }
        """,
        """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Reflection;
        using Microsoft.AspNetCore.Mvc;

        public class PluginsController : ControllerBase
        {
            private static readonly Dictionary<string, string> Plugins = new() { ["charts"] = "Charts.dll", ["maps"] = "Maps.dll" };

            public IActionResult Load(string name)
            {
                if (!Plugins.TryGetValue(name, out var file)) return NotFound();
                return Ok(Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, file)).FullName);
            }
        }
        """);

    public static readonly RuleInfo UntrustedDeserialization = new(
        RuleIds.UntrustedDeserialization, "UntrustedDeserialization", "Data from outside reaches a deserializer that creates any type",
        "Data", [502], Severity.Error,
        """
        The data names the types that are created and the properties that are set, and with the right choice of them reading it
        starts programs or writes files. It came from outside, so somebody else makes that choice.
        """,
        """
        Read into a type that the program names, with a format that holds data only, such as `System.Text.Json`. Where the old
        format must stay, sign what you hand out and check the signature before anything is read.
        """,
        """
        using System.Windows.Markup;
        using Microsoft.AspNetCore.Mvc;

        public class LayoutsController : ControllerBase
        {
            public object Load(string layout) => XamlReader.Parse(layout);
        }

        // What the example needs of the library.
        namespace System.Windows.Markup
        {
            public static class XamlReader
            {
                public static object Parse(string xamlText) => new();
            }
        }
        """,
        """
        using System.Text.Json;
        using Microsoft.AspNetCore.Mvc;

        public sealed record Layout(int Columns, int Rows);

        public class LayoutsController : ControllerBase
        {
            public Layout? Load(string layout) => JsonSerializer.Deserialize<Layout>(layout);
        }
        """);
}
