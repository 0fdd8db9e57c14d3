using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>What the rules about how a site is set up say.</summary>
internal static class HostingTexts
{
    public static readonly RuleInfo DebugInProduction = new(
        WebIds.DebugInProduction, "DebugInProduction", "Pages for developers are shown to everyone", "Web", [489, 11, 215], Severity.Warning,
        """
        The page shows source, stack, headers and settings of the request that failed. An attacker provokes the failure and reads
        how the program is built, and sometimes what it keeps secret.
        """,
        "Ask for the environment first: `if (app.Environment.IsDevelopment())`, and use `UseExceptionHandler` otherwise.",
        """
        using Microsoft.AspNetCore.Builder;

        public static class Startup
        {
            public static void Configure(IApplicationBuilder app) => app.UseDeveloperExceptionPage();
        }
        """,
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Hosting;

        public static class Startup
        {
            public static void Configure(IApplicationBuilder app, IHostEnvironment environment)
            {
                if (environment.IsDevelopment()) app.UseDeveloperExceptionPage();
                else app.UseExceptionHandler("/error");
            }
        }
        """);

    public static readonly RuleInfo DirectoryListing = new(
        WebIds.DirectoryListing, "DirectoryListing", "Visitors see what is in the folders", "Web", [548], Severity.Warning,
        """
        Whoever opens a folder gets the list of its files, with those that no page links to: backups, drafts, uploads of others.
        """,
        "Serve files with `UseStaticFiles` alone, and show lists only of what is meant to be found.",
        """
        using Microsoft.AspNetCore.Builder;

        public static class Startup
        {
            public static void Configure(IApplicationBuilder app) => app.UseDirectoryBrowser();
        }
        """,
        """
        using Microsoft.AspNetCore.Builder;

        public static class Startup
        {
            public static void Configure(IApplicationBuilder app) => app.UseStaticFiles();
        }
        """);

    public static readonly RuleInfo HeaderCheckingOff = new(
        WebIds.HeaderCheckingOff, "HeaderCheckingOff", "Line breaks in headers are let through", "Web", [113], Severity.Warning,
        """
        ASP.NET takes line breaks out of what the program writes into headers. Without that, a value from a request can end its
        header and write further ones, or an answer of its own.
        """,
        "Leave `EnableHeaderChecking` on.",
        """
        using System.Web.Configuration;

        namespace Shop
        {
            public static class Startup
            {
                public static void Configure(HttpRuntimeSection section) => section.EnableHeaderChecking = false;
            }
        }

        namespace System.Web.Configuration
        {
            // Stands for the class of ASP.NET.
            public class HttpRuntimeSection
            {
                public bool EnableHeaderChecking { get; set; } = true;
            }
        }
        """,
        """
        using System.Web.Configuration;

        namespace Shop
        {
            public static class Startup
            {
                public static void Configure(HttpRuntimeSection section) => section.EnableHeaderChecking = true;
            }
        }

        namespace System.Web.Configuration
        {
            // Stands for the class of ASP.NET.
            public class HttpRuntimeSection
            {
                public bool EnableHeaderChecking { get; set; } = true;
            }
        }
        """);

    public static readonly RuleInfo ViewStateUnprotected = new(
        WebIds.ViewStateUnprotected, "ViewStateUnprotected", "View state can be changed or read", "Web", [353], Severity.Warning,
        """
        The state of the page travels through the browser. Without its check value anyone can change it, up to running code when
        it is read back; without encryption anyone can read what the page keeps in it.
        """,
        "Leave `EnableViewStateMac` on and `ViewStateEncryptionMode` at `Auto` or `Always`.",
        """
        using System.Web.UI;

        namespace Shop
        {
            public class Basket : Page
            {
                public Basket() => EnableViewStateMac = false;
            }
        }

        namespace System.Web.UI
        {
            // Stands for the class of ASP.NET.
            public class Page
            {
                public bool EnableViewStateMac { get; set; } = true;
            }
        }
        """,
        """
        using System.Web.UI;

        namespace Shop
        {
            public class Basket : Page
            {
                public Basket() => EnableViewStateMac = true;
            }
        }

        namespace System.Web.UI
        {
            // Stands for the class of ASP.NET.
            public class Page
            {
                public bool EnableViewStateMac { get; set; } = true;
            }
        }
        """);

    public static readonly RuleInfo FramingAllowed = new(
        WebIds.FramingAllowed, "FramingAllowed", "Pages may be shown in foreign frames", "Web", [1021], Severity.Warning,
        """
        A foreign page can lay this one over itself, invisible, and have its visitors click on buttons that they do not see. The
        header that antiforgery adds prevents that, and is taken away here.
        """,
        "Leave `SuppressXFrameOptionsHeader` off, or send `Content-Security-Policy: frame-ancestors` with the sites that may show the page.",
        """
        using Microsoft.AspNetCore.Antiforgery;

        public static class Startup
        {
            public static void Configure(AntiforgeryOptions options) => options.SuppressXFrameOptionsHeader = true;
        }
        """,
        """
        using Microsoft.AspNetCore.Antiforgery;

        public static class Startup
        {
            public static void Configure(AntiforgeryOptions options) => options.SuppressXFrameOptionsHeader = false;
        }
        """);

    public static readonly RuleInfo ForwardedHeadersTrustAll = new(
        WebIds.ForwardedHeadersTrustAll, "ForwardedHeadersTrustAll", "Forwarding headers are believed from anyone", "Web", [348, 290], Severity.Warning,
        """
        A proxy tells in headers who called it. With the lists of known proxies emptied, every caller is taken for a proxy: it
        chooses the address, the host and the scheme that the program sees, for its logs, limits and links.
        """,
        "Name the proxies: `options.KnownProxies.Add(…)`. Where only the proxy can reach the program, say so beside a suppression.",
        """
        using Microsoft.AspNetCore.Builder;

        public static class Startup
        {
            public static void Configure(ForwardedHeadersOptions options) => options.KnownProxies.Clear();
        }
        """,
        """
        using System.Net;
        using Microsoft.AspNetCore.Builder;

        public static class Startup
        {
            public static void Configure(ForwardedHeadersOptions options, IPAddress proxy)
            {
                options.KnownProxies.Clear();
                options.KnownProxies.Add(proxy);
            }
        }
        """);
}
