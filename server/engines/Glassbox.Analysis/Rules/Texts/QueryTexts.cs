using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Texts;

/// <summary>What the rules about queries, documents and templates other than SQL say.</summary>
internal static class QueryTexts
{
    public static readonly RuleInfo LdapInjection = new(
        RuleIds.LdapInjection, "LdapInjection", "Value from outside becomes part of an LDAP query", "Injection", [90], Severity.Error,
        """
        In a filter `*`, `(`, `)` and `\` have a meaning. A value that holds them can match every entry or add conditions of its
        own: whoever types `*` for a name is somebody, and attributes that nobody was meant to see can be guessed letter by letter.
        """,
        """
        Accept only the characters that such a name can have, or replace each `\`, `*`, `(`, `)` and NUL by a backslash and its
        two hexadecimal digits (`\5c`, `\2a`, `\28`, `\29`, `\00`). Names of entries (DN) need other escapes than filters.
        """,
        """
        using System.DirectoryServices;
        using Microsoft.AspNetCore.Mvc;

        public class PeopleController : ControllerBase
        {
            public IActionResult Find(string user, [FromServices] DirectorySearcher searcher)
            {
                searcher.Filter = "(uid=" + user + ")";
                return Ok(searcher.FindOne());
            }
        }

        // What the example needs of the package.
        namespace System.DirectoryServices
        {
            public class DirectorySearcher
            {
                public string Filter { get; set; } = "";

                public object? FindOne() => null;
            }
        }
        """,
        """
        using System.DirectoryServices;
        using System.Linq;
        using Microsoft.AspNetCore.Mvc;

        public class PeopleController : ControllerBase
        {
            public IActionResult Find(string user, [FromServices] DirectorySearcher searcher)
            {
                if (!user.All(char.IsAsciiLetterOrDigit)) return BadRequest();
                searcher.Filter = "(uid=" + user + ")";
                return Ok(searcher.FindOne());
            }
        }

        // What the example needs of the package.
        namespace System.DirectoryServices
        {
            public class DirectorySearcher
            {
                public string Filter { get; set; } = "";

                public object? FindOne() => null;
            }
        }
        """);

    public static readonly RuleInfo XPathInjection = new(
        RuleIds.XPathInjection, "XPathInjection", "Value from outside becomes part of an XPath expression",
        "Injection", [643, 91], Severity.Error,
        """
        A quote in the value ends the text that you wrote, and what follows is XPath: `' or '1'='1` selects every element. XPath
        knows no rights, so that the whole document can be read in this way.
        """,
        """
        Select with a constant expression and compare the value in C#, for example with LINQ to XML. Where the expression must
        hold it, hand it over as a variable of an `XsltContext`, or accept only letters and digits.
        """,
        """
        using System.Xml;
        using Microsoft.AspNetCore.Mvc;

        public class UsersController : ControllerBase
        {
            public string? Mail(string name, [FromServices] XmlDocument users) =>
                users.SelectSingleNode("/users/user[@name='" + name + "']")?.InnerText;
        }
        """,
        """
        using System.Linq;
        using System.Xml;
        using Microsoft.AspNetCore.Mvc;

        public class UsersController : ControllerBase
        {
            public string? Mail(string name, [FromServices] XmlDocument users) =>
                users.GetElementsByTagName("user").OfType<XmlElement>()
                    .FirstOrDefault(user => user.GetAttribute("name") == name)?.InnerText;
        }
        """);

    public static readonly RuleInfo XmlInjection = new(
        RuleIds.XmlInjection, "XmlInjection", "Value from outside is written as XML markup", "Injection", [91], Severity.Warning,
        """
        A value with `<` in it adds elements of its own, and one with `</` closes yours. Whoever reads the document later takes
        them for something that the program wrote: a price, a role, a second order.
        """,
        """
        Let the API write the value as text: `XmlWriter.WriteString` or `WriteElementString`, `InnerText`, or an `XElement` with
        the value as its content. `WriteRaw`, `InnerXml` and documents put together from text are for markup of the program's own.
        """,
        """
        using System.Text;
        using System.Xml;
        using Microsoft.AspNetCore.Mvc;

        public class ExportController : ControllerBase
        {
            public string Name(string name)
            {
                var text = new StringBuilder();
                using var writer = XmlWriter.Create(text);
                writer.WriteStartElement("name");
                writer.WriteRaw(name);
                writer.WriteEndElement();
                writer.Flush();
                return text.ToString();
            }
        }
        """,
        """
        using System.Text;
        using System.Xml;
        using Microsoft.AspNetCore.Mvc;

        public class ExportController : ControllerBase
        {
            public string Name(string name)
            {
                var text = new StringBuilder();
                using var writer = XmlWriter.Create(text);
                writer.WriteStartElement("name");
                writer.WriteString(name);
                writer.WriteEndElement();
                writer.Flush();
                return text.ToString();
            }
        }
        """);

    public static readonly RuleInfo XsltInjection = new(
        RuleIds.XsltInjection, "XsltInjection", "Value from outside chooses or becomes a stylesheet", "Injection", [91, 74], Severity.Error,
        """
        A stylesheet is a program. It decides what of the document is shown, and it can call itself without end. With `document()`
        allowed it also reads files and calls other servers, and on .NET Framework its scripts run as code of your process.
        """,
        """
        Load only stylesheets that come with the program, chosen from a list. Hand values over as parameters of an
        `XsltArgumentList`. Leave `XsltSettings.EnableScript` and `EnableDocumentFunction` off.
        """,
        """
        using System.IO;
        using System.Xml.XPath;
        using System.Xml.Xsl;
        using Microsoft.AspNetCore.Mvc;

        public class ReportsController : ControllerBase
        {
            public IActionResult Show(string style, [FromServices] XPathDocument report)
            {
                var transform = new XslCompiledTransform();
                transform.Load(style);
                using var text = new StringWriter();
                transform.Transform(report, null, text);
                return Ok(text.ToString());
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.IO;
        using System.Xml.XPath;
        using System.Xml.Xsl;
        using Microsoft.AspNetCore.Mvc;

        public class ReportsController : ControllerBase
        {
            private static readonly Dictionary<string, string> Styles = new() { ["short"] = "short.xslt", ["long"] = "long.xslt" };

            public IActionResult Show(string style, [FromServices] XPathDocument report)
            {
                if (!Styles.TryGetValue(style, out var file)) return NotFound();
                var transform = new XslCompiledTransform();
                transform.Load(file);
                using var text = new StringWriter();
                transform.Transform(report, null, text);
                return Ok(text.ToString());
            }
        }
        """);

    public static readonly RuleInfo NoSqlInjection = new(
        RuleIds.NoSqlInjection, "NoSqlInjection", "Value from outside becomes part of a database query written as text",
        "Injection", [943], Severity.Error,
        """
        A query in JSON or in the database's own language is taken apart again where it is run. A value with a quote in it can add
        operators such as `$ne` or `$where`, which match every document or run code in the database.
        """,
        """
        Build the query from objects: `Builders<T>.Filter.Eq`, `new BsonDocument("name", value)`, LINQ, or the parameters of a
        `QueryDefinition`. A value that may itself be JSON must be read as a string before it is used.
        """,
        """
        using Microsoft.AspNetCore.Mvc;
        using MongoDB.Bson;

        public class UsersController : ControllerBase
        {
            public BsonDocument Filter(string name) => BsonDocument.Parse("{ name: '" + name + "' }");
        }

        // What the example needs of the package.
        namespace MongoDB.Bson
        {
            public class BsonDocument
            {
                public static BsonDocument Parse(string json) => new();
            }
        }
        """,
        """
        using Microsoft.AspNetCore.Mvc;
        using MongoDB.Bson;

        public class UsersController : ControllerBase
        {
            public BsonDocument Filter(string name) => new BsonDocument("name", name);
        }

        // What the example needs of the package.
        namespace MongoDB.Bson
        {
            public class BsonDocument(string name, object value)
            {
                public string Name => name;

                public object Value => value;
            }
        }
        """);

    public static readonly RuleInfo ExpressionInjection = new(
        RuleIds.ExpressionInjection, "ExpressionInjection", "Value from outside becomes part of a template or an expression",
        "Injection", [917, 1336], Severity.Error,
        """
        A template engine runs what stands between its brackets. A value that brings brackets of its own reads the objects that
        the template can reach, and with engines such as Razor it runs any C# with the rights of your process.
        """,
        """
        Keep the template constant and hand the value over in its model. With dynamic LINQ or `DataTable.Compute` choose names of
        columns from a list, and pass values as parameters.
        """,
        """
        using Microsoft.AspNetCore.Mvc;
        using Scriban;

        public class LettersController : ControllerBase
        {
            public string Greet(string name) => Template.Parse("Dear " + name + ",").Render();
        }

        // What the example needs of the package.
        namespace Scriban
        {
            public class Template
            {
                public static Template Parse(string text) => new();

                public string Render(object? model = null) => "";
            }
        }
        """,
        """
        using Microsoft.AspNetCore.Mvc;
        using Scriban;

        public class LettersController : ControllerBase
        {
            public string Greet(string name) => Template.Parse("Dear {{ name }},").Render(new { name });
        }

        // What the example needs of the package.
        namespace Scriban
        {
            public class Template
            {
                public static Template Parse(string text) => new();

                public string Render(object? model = null) => "";
            }
        }
        """);
}
