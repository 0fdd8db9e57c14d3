using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>What the rules about cookies and sessions say.</summary>
internal static class CookieTexts
{
    public static readonly RuleInfo CookieNotSecure = new(
        WebIds.CookieNotSecure, "CookieNotSecure", "Cookie is also sent in clear text", "Web", [614], Severity.Warning,
        """
        A browser sends the cookie with every request to the site, also with one over HTTP, which a picture on a foreign page is
        enough to cause. Everyone on the way can then read it and use it.
        """,
        "Set `Secure = true`, or `SecurePolicy = CookieSecurePolicy.Always`. A cookie policy can do so for all.",
        """
        using Microsoft.AspNetCore.Http;

        public static class Visits
        {
            public static void Remember(HttpResponse response, string visit) =>
                response.Cookies.Append("visit", visit, new CookieOptions { HttpOnly = true });
        }
        """,
        """
        using Microsoft.AspNetCore.Http;

        public static class Visits
        {
            public static void Remember(HttpResponse response, string visit) =>
                response.Cookies.Append("visit", visit, new CookieOptions { HttpOnly = true, Secure = true });
        }
        """);

    public static readonly RuleInfo CookieNotHttpOnly = new(
        WebIds.CookieNotHttpOnly, "CookieNotHttpOnly", "Scripts can read the cookie", "Web", [1004], Severity.Warning,
        """
        Every script on the page can read the cookie and send it elsewhere: one that an attacker smuggled in, and one that came
        with an advertisement or a library.
        """,
        "Set `HttpOnly = true` for every cookie that no script of yours has to read.",
        """
        using Microsoft.AspNetCore.Http;

        public static class Visits
        {
            public static void Remember(HttpResponse response, string visit) =>
                response.Cookies.Append("visit", visit, new CookieOptions { Secure = true });
        }
        """,
        """
        using Microsoft.AspNetCore.Http;

        public static class Visits
        {
            public static void Remember(HttpResponse response, string visit) =>
                response.Cookies.Append("visit", visit, new CookieOptions { Secure = true, HttpOnly = true });
        }
        """);

    public static readonly RuleInfo CookieSameSite = new(
        WebIds.CookieSameSite, "CookieSameSiteNone", "Other sites can send requests with the cookie", "Web", [1275], Severity.Information,
        """
        With `SameSite=None` the browser adds the cookie to requests that other sites cause, so that these act in the name of
        whoever visits them. Few cookies need it: those of a login at another site, and of pages shown in foreign frames.
        """,
        "Use `SameSiteMode.Lax`, or `Strict` for cookies that count only within the site. Where `None` is needed, check antiforgery tokens.",
        """
        using Microsoft.AspNetCore.Http;

        public static class Visits
        {
            public static CookieOptions Options() => new() { Secure = true, HttpOnly = true, SameSite = SameSiteMode.None };
        }
        """,
        """
        using Microsoft.AspNetCore.Http;

        public static class Visits
        {
            public static CookieOptions Options() => new() { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax };
        }
        """);

    public static readonly RuleInfo PersistentSensitiveCookie = new(
        WebIds.PersistentSensitiveCookie, "PersistentSensitiveCookie", "Cookie of a login is kept for months", "Web", [539], Severity.Warning,
        """
        A cookie with a late end is written to the disk, where programs, backups and the next owner of the computer find it. As
        long as it is valid, it lets in whoever has it.
        """,
        "Leave the end out, so that the cookie goes with the browser, or keep it for days and renew it while it is used.",
        """
        using System;
        using Microsoft.AspNetCore.Http;

        public static class Logins
        {
            public static void Keep(HttpResponse response, string value) => response.Cookies.Append("login", value, new CookieOptions
            {
                Secure = true,
                HttpOnly = true,
                Expires = DateTimeOffset.UtcNow.AddDays(365),
            });
        }
        """,
        """
        using System;
        using Microsoft.AspNetCore.Http;

        public static class Logins
        {
            public static void Keep(HttpResponse response, string value) => response.Cookies.Append("login", value, new CookieOptions
            {
                Secure = true,
                HttpOnly = true,
                Expires = DateTimeOffset.UtcNow.AddDays(7),
            });
        }
        """);

    public static readonly RuleInfo LongSession = new(
        WebIds.LongSession, "LongSession", "Login stays valid for months", "Web", [613], Severity.Warning,
        """
        A login that was stolen, or was left open on somebody else's computer, works until it ends. After months nobody remembers
        that it exists, and a token cannot even be called back.
        """,
        "Let sessions end after hours or days and tokens after minutes, and renew them while they are used.",
        """
        using System;
        using Microsoft.AspNetCore.Authentication.Cookies;

        public static class Logins
        {
            public static void Configure(CookieAuthenticationOptions options) => options.ExpireTimeSpan = TimeSpan.FromDays(365);
        }
        """,
        """
        using System;
        using Microsoft.AspNetCore.Authentication.Cookies;

        public static class Logins
        {
            public static void Configure(CookieAuthenticationOptions options) => options.ExpireTimeSpan = TimeSpan.FromHours(8);
        }
        """);
}
