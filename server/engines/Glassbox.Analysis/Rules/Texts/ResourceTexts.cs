using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Texts;

/// <summary>What the rules about time, memory, connections and settings that others decide on say.</summary>
internal static class ResourceTexts
{
    public static readonly RuleInfo RegexInjection = new(
        RuleIds.RegexInjection, "RegexInjection", "Value from outside becomes part of a regular expression",
        "Resources", [1333, 730, 400], Severity.Warning,
        """
        Matching a pattern such as `(a+)+$` takes twice as long with each further character, so that one short request keeps a
        processor busy for hours. The pattern also decides what matches, and may let through what it was meant to keep out.
        """,
        """
        Where the value is a text to look for, use `Regex.Escape` or `string.Contains`. Where it is meant as a pattern, use
        `RegexOptions.NonBacktracking` and a timeout, and say nothing about safety by its result.
        """,
        """
        using System.Text.RegularExpressions;
        using Microsoft.AspNetCore.Mvc;

        public class SearchController : ControllerBase
        {
            private const string Text = "The quick brown fox jumps over the lazy dog";

            public bool Contains(string word) => Regex.IsMatch(Text, word);
        }
        """,
        """
        using System.Text.RegularExpressions;
        using Microsoft.AspNetCore.Mvc;

        public class SearchController : ControllerBase
        {
            private const string Text = "The quick brown fox jumps over the lazy dog";

            public bool Contains(string word) => Regex.IsMatch(Text, Regex.Escape(word));
        }
        """);

    public static readonly RuleInfo FormatString = new(
        RuleIds.FormatString, "FormatString", "Value from outside becomes part of a format", "Resources", [134], Severity.Warning,
        """
        In a format braces have a meaning. `{7}` or a single `{` throws `FormatException`, `{0}` shows an argument that was not
        meant to be shown there, and a width such as `{0,999999}`, repeated, fills the memory with blanks.
        """,
        "Keep the format constant and hand the value over as an argument, or use an interpolated string.",
        """
        using Microsoft.AspNetCore.Mvc;

        public class PriceController : ControllerBase
        {
            private const decimal Price = 19.90m;

            public string Show(string currency) => string.Format("{0} " + currency, Price);
        }
        """,
        """
        using Microsoft.AspNetCore.Mvc;

        public class PriceController : ControllerBase
        {
            private const decimal Price = 19.90m;

            public string Show(string currency) => string.Format("{0} {1}", Price, currency);
        }
        """);

    public static readonly RuleInfo UncontrolledSize = new(
        RuleIds.UncontrolledSize, "UncontrolledSize", "Value from outside decides how much is allocated, waited or repeated",
        "Resources", [400, 770, 789], Severity.Warning,
        """
        One request with a number of ten digits takes all the memory, or keeps a thread waiting for days; a few of them stop the
        service for everybody. A negative number throws.
        """,
        "Compare the value with the smallest and the largest that make sense, or bring it between them with `Math.Clamp`.",
        """
        using System;
        using Microsoft.AspNetCore.Mvc;

        public class SilenceController : ControllerBase
        {
            public IActionResult Get(int length)
            {
                var samples = new byte[length];
                Array.Fill(samples, (byte)128);
                return File(samples, "audio/basic");
            }
        }
        """,
        """
        using System;
        using Microsoft.AspNetCore.Mvc;

        public class SilenceController : ControllerBase
        {
            public IActionResult Get(int length)
            {
                if (length < 0 || length > 65536) return BadRequest();
                var samples = new byte[length];
                Array.Fill(samples, (byte)128);
                return File(samples, "audio/basic");
            }
        }
        """);

    public static readonly RuleInfo UncontrolledIterations = new(
        RuleIds.UncontrolledIterations, "UncontrolledIterations", "Value from outside decides how often a loop runs",
        "Resources", [606, 834, 400], Severity.Warning,
        """
        A single request with a large number keeps a processor busy, and what the loop makes in each round fills the memory. For
        whoever sends it, a large number costs no more than a small one.
        """,
        "Compare the value with the largest that makes sense before the loop, or take the smaller of the two with `Math.Min`.",
        """
        using System.Text;
        using Microsoft.AspNetCore.Mvc;

        public class LineController : ControllerBase
        {
            public IActionResult Draw(int length)
            {
                var line = new StringBuilder();
                for (var i = 0; i < length; i++) line.Append("+-");
                return Ok(line.ToString());
            }
        }
        """,
        """
        using System.Text;
        using Microsoft.AspNetCore.Mvc;

        public class LineController : ControllerBase
        {
            public IActionResult Draw(int length)
            {
                if (length > 200) return BadRequest();
                var line = new StringBuilder();
                for (var i = 0; i < length; i++) line.Append("+-");
                return Ok(line.ToString());
            }
        }
        """);

    public static readonly RuleInfo UncontrolledHost = new(
        RuleIds.UncontrolledHost, "UncontrolledHost", "Value from outside chooses what is connected to",
        "Resources", [99, 441], Severity.Information,
        """
        The connection comes from your machine and is let through where others are not. Whoever chooses host and port can find out
        what answers in your network, and have it spoken to in your name.
        """,
        "Choose host and port from a list that the program holds, or compare them with such a list before connecting.",
        """
        using System.Net.Sockets;
        using Microsoft.AspNetCore.Mvc;

        public class StatusController : ControllerBase
        {
            public bool IsUp(string host)
            {
                using var client = new TcpClient(host, 443);
                return client.Connected;
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Net.Sockets;
        using Microsoft.AspNetCore.Mvc;

        public class StatusController : ControllerBase
        {
            private static readonly HashSet<string> Hosts = ["shop.example.com", "mail.example.com"];

            public bool IsUp(string host)
            {
                if (!Hosts.Contains(host)) return false;
                using var client = new TcpClient(host, 443);
                return client.Connected;
            }
        }
        """);

    public static readonly RuleInfo ExternalConfiguration = new(
        RuleIds.ExternalConfiguration, "ExternalConfiguration", "Value from outside changes a setting of the system",
        "Resources", [15, 642], Severity.Information,
        """
        Connection strings, environment variables and settings of the process hold for more than this request. In a connection
        string a `;` adds keys of its own: another server, another way to sign in, no encryption.
        """,
        """
        Choose the setting from a list that the program holds. Put values into a connection string with
        `DbConnectionStringBuilder`, which quotes them.
        """,
        """
        using System.Data.Common;
        using Microsoft.AspNetCore.Mvc;

        public class BranchController : ControllerBase
        {
            public IActionResult Use(string branch, [FromServices] DbConnection connection)
            {
                connection.ConnectionString = "Server=db;Database=" + branch;
                connection.Open();
                return Ok(connection.ServerVersion);
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Data.Common;
        using Microsoft.AspNetCore.Mvc;

        public class BranchController : ControllerBase
        {
            private static readonly HashSet<string> Branches = ["north", "south"];

            public IActionResult Use(string branch, [FromServices] DbConnection connection)
            {
                if (!Branches.Contains(branch)) return NotFound();
                connection.ConnectionString = "Server=db;Database=" + branch;
                connection.Open();
                return Ok(connection.ServerVersion);
            }
        }
        """);
}
