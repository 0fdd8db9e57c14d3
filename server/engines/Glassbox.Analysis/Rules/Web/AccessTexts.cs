using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>What the rules about who may do what say.</summary>
internal static class AccessTexts
{
    public static readonly RuleInfo AuthorizationMissing = new(
        WebIds.AuthorizationMissing, "AuthorizationMissing", "Action changes data without a login", "Web", [862, 306], Severity.Information,
        """
        Other actions of the controller ask for a login, this one does not, and it changes something. Often the attribute was
        forgotten when the action was added.
        """,
        "Put `[Authorize]` on the controller and `[AllowAnonymous]` on what everyone may do, or set a fallback policy.",
        """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;

        public class PricesController : ControllerBase
        {
            [Authorize]
            [HttpPost]
            public IActionResult Add(string item) => Ok();

            [HttpDelete]
            public IActionResult Remove(string item) => Ok();
        }
        """,
        """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;

        [Authorize]
        public class PricesController : ControllerBase
        {
            [HttpPost]
            public IActionResult Add(string item) => Ok();

            [HttpDelete]
            public IActionResult Remove(string item) => Ok();
        }
        """);

    public static readonly RuleInfo AnonymousOverridesAuthorize = new(
        WebIds.AnonymousOverridesAuthorize, "AnonymousOverridesAuthorize", "[Authorize] has no effect beside [AllowAnonymous]", "Web", [863, 284], Severity.Warning,
        """
        `[AllowAnonymous]` wins over every `[Authorize]`, also over one that stands nearer to the action. The action looks
        protected and is open to everyone.
        """,
        "Put `[Authorize]` on the controller and `[AllowAnonymous]` on the single actions that everyone may call.",
        """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;

        [AllowAnonymous]
        public class PricesController : ControllerBase
        {
            [Authorize]
            public IActionResult Costs() => Ok();
        }
        """,
        """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;

        [Authorize]
        public class PricesController : ControllerBase
        {
            public IActionResult Costs() => Ok();

            [AllowAnonymous]
            public IActionResult List() => Ok();
        }
        """);

    public static readonly RuleInfo CachedAuthorizedAnswer = new(
        WebIds.CachedAuthorizedAnswer, "CachedAuthorizedAnswer", "Answer for one person is kept for all", "Web", [524, 525], Severity.Warning,
        """
        The answer depends on who is logged in, but caches on the way, or in the server, are told that it is the same for
        everyone. The next visitor gets what the one before was allowed to see.
        """,
        "Use `NoStore = true`, or `Location = ResponseCacheLocation.Client` for what may stay in the visitor's own browser.",
        """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;

        [Authorize]
        public class OrdersController : ControllerBase
        {
            [ResponseCache(Duration = 60)]
            public IActionResult Mine() => Ok();
        }
        """,
        """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;

        [Authorize]
        public class OrdersController : ControllerBase
        {
            [ResponseCache(NoStore = true)]
            public IActionResult Mine() => Ok();
        }
        """);

    public static readonly RuleInfo AddressDecidesAccess = new(
        WebIds.AddressDecidesAccess, "AddressDecidesAccess", "Address or Referer decides who is let in", "Web", [291, 290, 293], Severity.Warning,
        """
        The `Referer` and the forwarding headers hold what the caller writes into them. An address belongs to everyone behind the
        same router or proxy, and to whoever gets it next.
        """,
        "Ask for a login or a client certificate. Filtering by address belongs into a firewall, and beside a login.",
        """
        using Microsoft.AspNetCore.Mvc;

        public class ReportsController : ControllerBase
        {
            public IActionResult Show() => Request.Headers.Referer == "https://intranet.shop.eu/" ? Ok() : Forbid();
        }
        """,
        """
        using Microsoft.AspNetCore.Mvc;

        public class ReportsController : ControllerBase
        {
            public IActionResult Show() => User.IsInRole("reports") ? Ok() : Forbid();
        }
        """);

    public static readonly RuleInfo ReverseDnsDecision = new(
        WebIds.ReverseDnsDecision, "ReverseDnsDecision", "Name of the calling machine decides", "Web", [350, 247], Severity.Warning,
        """
        Which name belongs to an address is answered by the owner of the address, who may answer with any name, also with yours.
        On the way the answer can be forged as well.
        """,
        "Ask for a login or a client certificate.",
        """
        using System.Net;

        public static class Gate
        {
            public static bool IsPartner(IPAddress caller) => Dns.GetHostEntry(caller).HostName == "gate.partner.eu";
        }
        """,
        """
        using System.Security.Cryptography.X509Certificates;

        public static class Gate
        {
            public static bool IsPartner(X509Certificate2 certificate, string known) => certificate.Thumbprint == known;
        }
        """);

    public static readonly RuleInfo CookieDecidesAccess = new(
        WebIds.CookieDecidesAccess, "CookieDecidesAccess", "Cookie says who is allowed what", "Web", [565, 784], Severity.Warning,
        """
        Cookies are stored in the caller's browser, and the caller can write what they like into them. Whoever sets this one to
        the right word has the right that it stands for.
        """,
        "Keep rights in the program and ask for them by the login: `User.IsInRole`, `[Authorize(Roles = …)]`.",
        """
        using Microsoft.AspNetCore.Mvc;

        public class ReportsController : ControllerBase
        {
            public IActionResult Show() => Request.Cookies["role"] == "chief" ? Ok() : Forbid();
        }
        """,
        """
        using Microsoft.AspNetCore.Mvc;

        public class ReportsController : ControllerBase
        {
            public IActionResult Show() => User.IsInRole("chief") ? Ok() : Forbid();
        }
        """);
}
