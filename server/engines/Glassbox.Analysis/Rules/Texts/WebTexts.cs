using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Texts;

/// <summary>What the rules about pages, headers, requests, mails and uploads say.</summary>
internal static class WebTexts
{
    public static readonly RuleInfo CrossSiteScripting = new(
        RuleIds.CrossSiteScripting, "CrossSiteScripting", "Value from outside is written into a page without encoding",
        "Injection", [79, 80, 81, 83, 116], Severity.Error,
        """
        A value with `<script>` or an event attribute in it becomes part of the page, and its script runs in the browser of
        whoever opens it, as your site: it can read what they see, take over their session and act in their name.
        """,
        """
        Let Razor write the value: `@value` encodes, `Html.Raw` and `HtmlString` do not. Where HTML is put together in C#, encode
        each value for its place: `HtmlEncoder` in elements and attributes, `JavaScriptEncoder` in scripts, `UrlEncoder` in
        addresses. HTML that users may write needs a sanitizer that keeps only a list of allowed elements.
        """,
        """
        using Microsoft.AspNetCore.Html;
        using Microsoft.AspNetCore.Mvc;

        public class GreetingController : Controller
        {
            public IActionResult Show(string name) => View(new HtmlString("<b>Welcome, " + name + "</b>"));
        }
        """,
        """
        using System.Net;
        using Microsoft.AspNetCore.Html;
        using Microsoft.AspNetCore.Mvc;

        public class GreetingController : Controller
        {
            public IActionResult Show(string name) => View(new HtmlString("<b>Welcome, " + WebUtility.HtmlEncode(name) + "</b>"));
        }
        """);

    public static readonly RuleInfo HeaderInjection = new(
        RuleIds.HeaderInjection, "HeaderInjection", "Value from outside becomes part of a header", "Injection", [113, 93], Severity.Warning,
        """
        With a line break in it the value ends the header and adds others, or the whole answer that the browser then shows. Servers
        that refuse line breaks throw instead, and `;` or a quote still adds parameters to headers such as `Content-Disposition`.
        """,
        """
        Encode the value (`Uri.EscapeDataString`), refuse it where it holds line breaks, or choose it from a list. For names of
        files use `ContentDispositionHeaderValue.SetHttpFileName`, for cookies `Response.Cookies`.
        """,
        """
        using Microsoft.AspNetCore.Mvc;

        public class DownloadController : ControllerBase
        {
            public IActionResult Get(string name)
            {
                Response.Headers["Content-Disposition"] = "attachment; filename=" + name;
                return Ok();
            }
        }
        """,
        """
        using System;
        using Microsoft.AspNetCore.Mvc;

        public class DownloadController : ControllerBase
        {
            public IActionResult Get(string name)
            {
                Response.Headers["Content-Disposition"] = "attachment; filename*=UTF-8''" + Uri.EscapeDataString(name);
                return Ok();
            }
        }
        """);

    public static readonly RuleInfo ServerSideRequestForgery = new(
        RuleIds.ServerSideRequestForgery, "ServerSideRequestForgery", "Value from outside chooses where the server sends a request",
        "Web", [918], Severity.Error,
        """
        The request comes from inside your network, with its rights. It reaches what a browser outside cannot: administration
        pages, databases, and the address at which clouds hand out the keys of the machine.
        """,
        """
        Choose the address from a list that the program holds, or at least compare scheme and host with such a list before the
        request is sent. Values may become a part of the path or the query, encoded with `Uri.EscapeDataString`. Do not follow
        redirects where the address was checked.
        """,
        """
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;

        public class NewsController(HttpClient http) : ControllerBase
        {
            public async Task<string> Show(string url) => await http.GetStringAsync(url);
        }
        """,
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;

        public class NewsController(HttpClient http) : ControllerBase
        {
            private static readonly Dictionary<string, string> Feeds = new()
            {
                ["world"] = "https://news.example.com/world",
                ["sport"] = "https://news.example.com/sport",
            };

            public async Task<ActionResult<string>> Show(string feed)
            {
                if (!Feeds.TryGetValue(feed, out var address)) return NotFound();
                return await http.GetStringAsync(address);
            }
        }
        """);

    public static readonly RuleInfo MailInjection = new(
        RuleIds.MailInjection, "MailInjection", "Value from outside becomes part of a mail's headers", "Injection", [93], Severity.Warning,
        """
        With a line break in it a subject or an address adds headers: further recipients, another sender, another body. The form
        on your site then sends other people's mail under your name.
        """,
        """
        Refuse values with line breaks, and read addresses with `MailAddress.TryCreate`. Send to an address that the program
        holds; what users write belongs into the body.
        """,
        """
        using System.Net.Mail;
        using Microsoft.AspNetCore.Mvc;

        public class ContactController(SmtpClient mail) : ControllerBase
        {
            public IActionResult Ask(string subject)
            {
                using var message = new MailMessage("form@example.com", "shop@example.com");
                message.Subject = subject;
                mail.Send(message);
                return Ok();
            }
        }
        """,
        """
        using System.Net.Mail;
        using Microsoft.AspNetCore.Mvc;

        public class ContactController(SmtpClient mail) : ControllerBase
        {
            public IActionResult Ask(string subject)
            {
                if (subject.Contains('\r') || subject.Contains('\n')) return BadRequest();
                using var message = new MailMessage("form@example.com", "shop@example.com");
                message.Subject = subject;
                mail.Send(message);
                return Ok();
            }
        }
        """);

    public static readonly RuleInfo UnrestrictedUpload = new(
        RuleIds.UnrestrictedUpload, "UnrestrictedUpload", "Uploaded file keeps the name that its sender gave it", "Web", [434], Severity.Error,
        """
        The name decides what the file is. Stored where the web server looks, `.html` is a page with scripts under your address and
        `.aspx` a program that the server runs; elsewhere it may replace a file that is there already.
        """,
        """
        Give the file a name of your own, compare its ending with a list of those that are meant, and store it outside the folders
        that are served or run. Limit its size, and look at the content where the type matters.
        """,
        """
        using System.IO;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;

        public class PicturesController : ControllerBase
        {
            public IActionResult Upload(IFormFile picture)
            {
                var name = Path.GetFileName(picture.FileName);
                using var target = System.IO.File.Create(Path.Combine("wwwroot/pictures", name));
                picture.CopyTo(target);
                return Ok();
            }
        }
        """,
        """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;

        public class PicturesController : ControllerBase
        {
            private static readonly HashSet<string> Endings = [".png", ".jpg"];

            public IActionResult Upload(IFormFile picture)
            {
                var ending = Path.GetExtension(picture.FileName);
                if (!Endings.Contains(ending)) return BadRequest();
                using var target = System.IO.File.Create(Path.Combine("pictures", Guid.NewGuid().ToString("N") + ending));
                picture.CopyTo(target);
                return Ok();
            }
        }
        """);

    public static readonly RuleInfo TrustBoundary = new(
        RuleIds.TrustBoundary, "TrustBoundary", "Value from outside is put among values that are trusted", "Web", [501], Severity.Information,
        """
        What stands in the session counts as known: the program put it there. Code that reads it later does not ask again where it
        came from, and so uses it without the checks that a value from the request would get.
        """,
        "Check the value before it is stored, against what is allowed, or store what the program looked up with it instead.",
        """
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;

        public class ThemeController : ControllerBase
        {
            public IActionResult Choose(string theme)
            {
                HttpContext.Session.SetString("theme", theme);
                return Ok();
            }
        }
        """,
        """
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;

        public class ThemeController : ControllerBase
        {
            public IActionResult Choose(string theme)
            {
                if (theme is not ("light" or "dark")) return BadRequest();
                HttpContext.Session.SetString("theme", theme);
                return Ok();
            }
        }
        """);
}
