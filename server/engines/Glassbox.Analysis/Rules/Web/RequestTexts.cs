using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>What the rules about requests and what they may do say.</summary>
internal static class RequestTexts
{
    public static readonly RuleInfo MissingAntiforgery = new(
        WebIds.MissingAntiforgery, "MissingAntiforgery", "Action takes forged requests", "Web", [352], Severity.Warning,
        """
        A page of another site can make the browser of somebody who is logged in send the form, and the browser adds the cookies.
        The action then does in their name what they never asked for.
        """,
        """
        Add `[ValidateAntiForgeryToken]` to the action, `[AutoValidateAntiforgeryToken]` to the controller, or the filter to all:
        `options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute())`.
        """,
        """
        using Microsoft.AspNetCore.Mvc;

        public class AddressController : Controller
        {
            [HttpPost]
            public IActionResult Change(string street) => View("Done");
        }
        """,
        """
        using Microsoft.AspNetCore.Mvc;

        public class AddressController : Controller
        {
            [HttpPost]
            [ValidateAntiForgeryToken]
            public IActionResult Change(string street) => View("Done");
        }
        """);

    public static readonly RuleInfo RequestValidationOff = new(
        WebIds.RequestValidationOff, "RequestValidationOff", "Requests are not checked for markup", "Web", [20, 79], Severity.Warning,
        """
        ASP.NET refuses requests that hold markup, before the program sees them. Where that is switched off, every place that
        shows the values again must encode them, and the one that forgets runs foreign scripts.
        """,
        "Leave the check on. Where one field is to hold markup, clean it with a library that knows which elements are harmless.",
        """
        using System.Web.Mvc;

        namespace Shop
        {
            public class Notes
            {
                [ValidateInput(false)]
                public string Save(string note) => note;
            }
        }

        namespace System.Web.Mvc
        {
            // Stands for the attribute of ASP.NET MVC.
            public sealed class ValidateInputAttribute(bool enableValidation) : Attribute
            {
                public bool EnableValidation { get; } = enableValidation;
            }
        }
        """,
        """
        namespace Shop
        {
            public class Notes
            {
                public string Save(string note) => note;
            }
        }
        """);

    public static readonly RuleInfo AnyOrigin = new(
        WebIds.AnyOrigin, "AnyOrigin", "Scripts of every site may read the answers", "Web", [942, 346], Severity.Warning,
        """
        A browser keeps scripts from reading the answers of other sites. Whoever allows every origin lets any page that somebody
        visits read what this site would tell them, from within their network and, with credentials, in their name.
        """,
        "Name the sites that may ask: `WithOrigins(\"https://shop.eu\")`. For open data without a login the finding can be ignored.",
        """
        using Microsoft.AspNetCore.Cors.Infrastructure;

        public static class Sharing
        {
            public static void Configure(CorsPolicyBuilder policy) => policy.AllowAnyOrigin().AllowAnyHeader();
        }
        """,
        """
        using Microsoft.AspNetCore.Cors.Infrastructure;

        public static class Sharing
        {
            public static void Configure(CorsPolicyBuilder policy) => policy.WithOrigins("https://shop.eu").AllowAnyHeader();
        }
        """);

    public static readonly RuleInfo SecretInQuery = new(
        WebIds.SecretInQuery, "SecretInQuery", "Password is part of the address", "Web", [598], Severity.Warning,
        """
        Addresses are kept: in the logs of servers and proxies, in the history of the browser, in bookmarks, and in the `Referer`
        that the next site gets. A password in one is a password in all of these.
        """,
        "Send it in the body of a POST request, and keys and tokens in the `Authorization` header.",
        """
        using Microsoft.AspNetCore.Mvc;

        public class DoorController : ControllerBase
        {
            [HttpGet]
            public IActionResult Open(string name, string password) => Ok();
        }
        """,
        """
        using Microsoft.AspNetCore.Mvc;

        public class DoorController : ControllerBase
        {
            [HttpPost]
            public IActionResult Open([FromForm] string name, [FromForm] string password) => Ok();
        }
        """);

    public static readonly RuleInfo MassAssignment = new(
        WebIds.MassAssignment, "MassAssignment", "Request sets every column of a row", "Web", [915], Severity.Warning,
        """
        Every property of the parameter is filled from the request, whether or not the form has a field for it. Whoever adds
        `IsAdmin=true` or another customer's number to the request has it stored.
        """,
        "Take a type of your own with just the properties of the form and copy them, or name them with `[Bind]`.",
        """
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;

        namespace Shop
        {
            public record Customer(int Id, string Name, bool IsAdmin);

            public class Customers
            {
                public DbSet<Customer> All { get; } = new();
            }

            public class CustomersController(Customers customers) : ControllerBase
            {
                [HttpPost]
                public IActionResult Create(Customer customer)
                {
                    customers.All.Add(customer);
                    return Ok();
                }
            }
        }

        namespace Microsoft.EntityFrameworkCore
        {
            // Stands for the class of the package.
            public class DbSet<T>
            {
                public void Add(T row)
                {
                }
            }
        }
        """,
        """
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;

        namespace Shop
        {
            public record Customer(int Id, string Name, bool IsAdmin);

            public class Customers
            {
                public DbSet<Customer> All { get; } = new();
            }

            public class CustomersController(Customers customers) : ControllerBase
            {
                [HttpPost]
                public IActionResult Create(string name)
                {
                    customers.All.Add(new Customer(0, name, IsAdmin: false));
                    return Ok();
                }
            }
        }

        namespace Microsoft.EntityFrameworkCore
        {
            // Stands for the class of the package.
            public class DbSet<T>
            {
                public void Add(T row)
                {
                }
            }
        }
        """);
}
