namespace Glassbox.Analysis.Tests;

public sealed class WebRuleTests
{
    private const string Options = "new Microsoft.AspNetCore.Http.CookieOptions";
    private const string Respond = "void Respond(Microsoft.AspNetCore.Http.HttpResponse r) { ";
    private const string Cors = "void Share(Microsoft.AspNetCore.Cors.Infrastructure.CorsPolicyBuilder p) { ";
    private const string Kept = " { Secure = true, HttpOnly = true, ";

    [TestCase("GB4001", "var options = " + Options + " { HttpOnly = true, Secure = false };")]
    [TestCase("GB4001", "var options = " + Options + "(); options.HttpOnly = true;")]
    [TestCase("GB4001", "const bool Protect = false; var options = " + Options + " { HttpOnly = true, Secure = Protect };")]
    [TestCase("GB4001", "void Set(Microsoft.AspNetCore.Builder.SessionOptions o) { o.Cookie.SecurePolicy = Microsoft.AspNetCore.Http.CookieSecurePolicy.None; }")]
    [TestCase("GB4002", "var options = " + Options + " { Secure = true, HttpOnly = false };")]
    [TestCase("GB4002", "var options = " + Options + "(); options.Secure = true;")]
    [TestCase("GB4002", "void Set(Microsoft.AspNetCore.Builder.SessionOptions o) { const bool Hidden = false; o.Cookie.HttpOnly = Hidden; }")]
    [TestCase("GB4003", "var options = " + Options + Kept + "SameSite = Microsoft.AspNetCore.Http.SameSiteMode.None };")]
    [TestCase("GB4003", "var mode = Microsoft.AspNetCore.Http.SameSiteMode.None; var options = " + Options + Kept + "SameSite = mode };")]
    [TestCase("GB4003", "void Set(Microsoft.AspNetCore.Builder.SessionOptions o) { o.Cookie.SameSite = Microsoft.AspNetCore.Http.SameSiteMode.None; }")]
    [TestCase("GB4006", Cors + "p.AllowAnyOrigin(); }")]
    [TestCase("GB4006", Cors + "const string Everyone = \"*\"; p.WithOrigins(Everyone); }")]
    [TestCase("GB4006", Cors + "p.SetIsOriginAllowed(_ => true).AllowCredentials(); }")]
    [TestCase("GB4006", Respond + "r.Headers[\"Access-Control-Allow-Origin\"] = \"*\"; }")]
    [TestCase("GB4006", Respond + "const string Everyone = \"*\"; r.Headers.AccessControlAllowOrigin = Everyone; }")]
    [TestCase("GB4009", Respond + "r.Cookies.Append(\"session\", \"1\", " + Options + Kept + "MaxAge = TimeSpan.FromDays(90) }); }")]
    [TestCase("GB4009", Respond + "var keep = DateTimeOffset.UtcNow.AddYears(1); r.Cookies.Append(\"login\", \"1\", " + Options + Kept + "Expires = keep }); }")]
    [TestCase("GB4009", Respond + "var o = " + Options + " { Secure = true, HttpOnly = true }; o.Expires = DateTimeOffset.MaxValue; r.Cookies.Append(\"jwt\", \"1\", o); }")]
    [TestCase("GB4010", "void Set(Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions o) { const int Days = 90; o.ExpireTimeSpan = TimeSpan.FromDays(Days); }")]
    [TestCase("GB4010", "void Set(Microsoft.AspNetCore.Builder.SessionOptions o) { o.IdleTimeout = new TimeSpan(60, 0, 0, 0); }")]
    [TestCase("GB4010", "var login = new Microsoft.AspNetCore.Authentication.AuthenticationProperties { ExpiresUtc = DateTimeOffset.UtcNow.AddMonths(6) };")]
    [TestCase("GB4016", "var password = Environment.GetEnvironmentVariable(\"P\"); var address = $\"https://shop.eu/login?password={password}\";")]
    [TestCase("GB4019", "void Set(Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions o) { o.SuppressXFrameOptionsHeader = true; }")]
    [TestCase("GB4019", "const bool Off = true; var o = new Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions { SuppressXFrameOptionsHeader = Off };")]
    [TestCase("GB4023", "void Set(Microsoft.AspNetCore.Builder.ForwardedHeadersOptions o) { o.KnownIPNetworks.Clear(); o.KnownProxies.Clear(); }")]
    [TestCase("GB4025", "var host = System.Net.Dns.GetHostEntry(\"shop.eu\"); if (host.HostName == \"gate.shop.eu\") Console.Write(1);")]
    [TestCase("GB4025", "var host = await System.Net.Dns.GetHostEntryAsync(\"shop.eu\"); if (host.HostName.EndsWith(\".shop.eu\", StringComparison.Ordinal)) Console.Write(1);")]
    [TestCase("GB4025", "var name = System.Net.Dns.GetHostEntry(\"shop.eu\").HostName; var isOurs = name == \"gate.shop.eu\"; Console.Write(isOurs);")]
    public async Task Mistake_IsFoundOnce(string rule, string statements)
    {
        var code = Code.Of(PatternRuleTests.Method(statements));
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That((await code.FindingsAsync()).Select(finding => finding.RuleId), Is.EqualTo(new[] { rule }));
    }

    [TestCase("var options = " + Options + Kept + "SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax };")]
    [TestCase("void Set(bool isHttps) { var options = " + Options + "(); options.Secure = isHttps; options.HttpOnly = true; } Set(true);")]
    [TestCase(Respond + "r.Cookies.Append(\"theme\", \"dark\"); r.Cookies.Delete(\"login\", " + Options + " { Path = \"/\" }); }")]
    [TestCase(Respond + "r.Cookies.Append(\"login\", \"\", " + Options + " { Expires = DateTimeOffset.UtcNow.AddDays(-1) }); }")]
    [TestCase(Respond + "r.Cookies.Append(\"XSRF-TOKEN\", \"1\", " + Options + " { Secure = true, HttpOnly = false }); }")]
    [TestCase(Cors + "p.WithOrigins(\"https://shop.eu\").AllowCredentials(); }")]
    [TestCase(Cors + "p.SetIsOriginAllowed(origin => origin.EndsWith(\".shop.eu\", StringComparison.Ordinal)); }")]
    [TestCase(Respond + "r.Headers[\"Access-Control-Allow-Origin\"] = \"https://shop.eu\"; }")]
    [TestCase(Respond + "r.Cookies.Append(\"session\", \"1\", " + Options + Kept + "MaxAge = TimeSpan.FromDays(7) }); }")]
    [TestCase(Respond + "r.Cookies.Append(\"visits\", \"1\", " + Options + Kept + "Expires = DateTimeOffset.UtcNow.AddYears(1) }); }")]
    [TestCase("void Set(Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions o) { o.ExpireTimeSpan = TimeSpan.FromDays(14); o.Cookie.HttpOnly = true; }")]
    [TestCase("var cache = new System.Net.Http.Headers.CacheControlHeaderValue { MaxAge = TimeSpan.FromDays(365) };")]
    [TestCase("var page = 3; var address = $\"https://shop.eu/list?page={page}&sort=name\";")]
    [TestCase("void Set(Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions o) { o.SuppressXFrameOptionsHeader = false; }")]
    [TestCase("void Set(Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions o, Microsoft.AspNetCore.Http.HttpResponse r) { o.SuppressXFrameOptionsHeader = true; r.Headers.ContentSecurityPolicy = \"frame-ancestors 'self'\"; }")]
    [TestCase("void Set(Microsoft.AspNetCore.Builder.ForwardedHeadersOptions o, System.Net.IPAddress proxy) { o.KnownProxies.Clear(); o.KnownProxies.Add(proxy); }")]
    [TestCase("var host = System.Net.Dns.GetHostEntry(\"shop.eu\"); Console.Write(host.HostName);")]
    public async Task GoodCode_IsLeftAlone(string statements)
    {
        var code = Code.Of(PatternRuleTests.Method(statements));
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That(await code.FindingsAsync(), Is.Empty);
    }

    [Test]
    public async Task CookieWithoutOptions_LacksBothProtections()
    {
        var code = Code.Of(PatternRuleTests.Method(Respond + "r.Cookies.Append(\"visit\", \"1\"); }"));
        Assert.That((await code.FindingsAsync()).Select(finding => finding.RuleId), Is.EqualTo(new[] { "GB4001", "GB4002" }));
    }

    [Test]
    public async Task CookiePolicyOfTheProject_ProtectsEveryCookie()
    {
        const string Policy = """
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.CookiePolicy;
            using Microsoft.AspNetCore.Http;
            static class Startup
            {
                static void Configure(IApplicationBuilder app) =>
                    app.UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.Always, HttpOnly = HttpOnlyPolicy.Always });
            }
            """;
        var code = Code.Of(PatternRuleTests.Method(Respond + "r.Cookies.Append(\"visit\", \"1\"); }"), ("/App/Startup.cs", Policy));
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That(await code.FindingsAsync(), Is.Empty);
    }

    [TestCase("GB4004", "[HttpPost] public IActionResult Save(string name) => View();")]
    [TestCase("GB4004", "[HttpDelete(\"{id}\")] public IActionResult Remove(int id) => View();")]
    [TestCase("GB4004", "[AcceptVerbs(\"POST\")] public IActionResult Save(string name) => View();")]
    [TestCase("GB4004", "[HttpPost, IgnoreAntiforgeryToken] public IActionResult Save(string name) => View();")]
    [TestCase("GB4012", "[AllowAnonymous, Authorize] public IActionResult List() => View();")]
    [TestCase("GB4014", "[Authorize, ResponseCache(Duration = 60)] public IActionResult Mine() => View();")]
    [TestCase("GB4016", "[HttpGet] public IActionResult Enter(string name, string password) => View();")]
    [TestCase("GB4016", "[HttpGet(\"{apiKey}\")] public IActionResult Enter(string apiKey) => View();")]
    [TestCase("GB4024", "public IActionResult Show() => Request.Headers.Referer == \"https://shop.eu/\" ? View() : Forbid();")]
    [TestCase("GB4024", "public IActionResult Show() { var origin = Request.Headers[\"Referer\"].ToString(); if (origin.StartsWith(\"https://shop.eu\", StringComparison.Ordinal)) return View(); return Forbid(); }")]
    [TestCase("GB4024", "public IActionResult Show() { const string Office = \"203.0.113.7\"; if (HttpContext.Connection.RemoteIpAddress?.ToString() == Office) return View(); return Forbid(); }")]
    [TestCase("GB4026", "public IActionResult Show() { if (Request.Cookies[\"isAdmin\"] == \"true\") return View(); return Forbid(); }")]
    [TestCase("GB4026", "public IActionResult Show() { var role = Request.Cookies[\"role\"]; return role == \"chief\" ? View() : Forbid(); }")]
    [TestCase("GB4026", "public IActionResult Show() { if (Request.Cookies.ContainsKey(\"admin\")) return View(); return Forbid(); }")]
    public async Task MistakeInAController_IsFoundOnce(string rule, string member)
    {
        var code = Code.Of(Controller(member));
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That((await code.FindingsAsync()).Select(finding => finding.RuleId), Is.EqualTo(new[] { rule }));
    }

    [TestCase("[HttpPost, ValidateAntiForgeryToken] public IActionResult Save(string name) => View();")]
    [TestCase("[HttpPost] public IActionResult Save([FromBody] string name) => View();")]
    [TestCase("[HttpPost(\"api/names\")] public IActionResult Save(string name) => View();")]
    [TestCase("[HttpGet] public IActionResult List(string name) => View();")]
    [TestCase("[Authorize, ResponseCache(NoStore = true)] public IActionResult Mine() => View();")]
    [TestCase("[Authorize, ResponseCache(Duration = 60, Location = ResponseCacheLocation.Client)] public IActionResult Mine() => View();")]
    [TestCase("[ResponseCache(Duration = 60)] public IActionResult List() => View();")]
    [TestCase("[HttpGet] public IActionResult Confirm(string user, string token, [FromHeader] string password) => View();")]
    [TestCase("[HttpPost, ValidateAntiForgeryToken] public IActionResult Enter(string name, string password) => View();")]
    [TestCase("public IActionResult Show() => Request.Cookies[\"theme\"] == \"dark\" ? View(\"Dark\") : View();")]
    [TestCase("public IActionResult Back() { var origin = Request.Headers.Referer.ToString(); return origin.Length > 0 ? View(\"Back\") : View(); }")]
    [TestCase("public IActionResult Show() { var role = Request.Cookies[\"role\"]; return View(\"Show\", role); }")]
    public async Task GoodController_IsLeftAlone(string member)
    {
        var code = Code.Of(Controller(member));
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That(await code.FindingsAsync(), Is.Empty);
    }

    [TestCase("GB4004", "abstract class Site : Controller; class NamesController : Site { [HttpPost] public IActionResult Save(string name) => View(); }")]
    [TestCase("GB4007", "static class Startup { public static void Configure(IApplicationBuilder app) { app.UseDeveloperExceptionPage(); } }")]
    [TestCase("GB4007", "static class Startup { public static void Configure(IApplicationBuilder app, IHostEnvironment host) { if (host.IsProduction()) app.UseDeveloperExceptionPage(); } }")]
    [TestCase("GB4007", "static class Startup { public static void Configure(IApplicationBuilder app) => Errors(app); static void Errors(IApplicationBuilder app) => app.UseDeveloperExceptionPage(); }")]
    [TestCase("GB4008", "static class Startup { public static void Configure(IApplicationBuilder app) => app.UseDirectoryBrowser(); }")]
    [TestCase("GB4008", "static class Startup { public static void Configure(IApplicationBuilder app) { const bool Show = true; app.UseFileServer(Show); } }")]
    [TestCase("GB4008", "static class Startup { public static void Configure(IApplicationBuilder app) => app.UseFileServer(new FileServerOptions { EnableDirectoryBrowsing = true }); }")]
    [TestCase("GB4011", "class NamesController : ControllerBase { [Authorize, HttpPost] public void Add(string name) { } [HttpDelete] public void Remove(string name) { } }")]
    [TestCase("GB4011", "class NamesController : ControllerBase { [Authorize] public void List() { } [HttpPut] public void Rename(string name) { } }")]
    [TestCase("GB4011", "class OwnersAttribute : AuthorizeAttribute; class NamesController : ControllerBase { [Owners] public void List() { } [HttpPost] public void Add(string name) { } }")]
    [TestCase("GB4012", "[AllowAnonymous] class NamesController : ControllerBase { [Authorize] public void List() { } }")]
    [TestCase("GB4012", "[AllowAnonymous] class Open : ControllerBase; class NamesController : Open { [Authorize] public void List() { } }")]
    [TestCase("GB4014", "[Authorize] class NamesController : ControllerBase { [ResponseCache(Duration = 60)] public void Mine() { } }")]
    [TestCase("GB4014", "[Authorize, ResponseCache(Duration = 60)] class NamesController : ControllerBase { public void Mine() { } }")]
    [TestCase("GB4016", "static class Startup { public static void Map(WebApplication app) => app.MapGet(\"/login\", (string name, string password) => 1); }")]
    public async Task MistakeInADocument_IsFoundOnce(string rule, string declarations)
    {
        var code = Code.Of(Usings + declarations);
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That((await code.FindingsAsync()).Select(finding => finding.RuleId), Is.EqualTo(new[] { rule }));
    }

    [TestCase("[AutoValidateAntiforgeryToken] class NamesController : Controller { [HttpPost] public IActionResult Save(string name) => View(); }")]
    [TestCase("[ApiController] class NamesController : Controller { [HttpPost] public IActionResult Save(string name) => Ok(); }")]
    [TestCase("[Route(\"api/[controller]\")] class NamesController : Controller { [HttpPost] public IActionResult Save(string name) => Ok(); }")]
    [TestCase("class NamesController : Controller { [HttpPost] public IActionResult Save(string name) => View(); } static class Startup { static void Set(MvcOptions options) => options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()); }")]
    [TestCase("static class Startup { public static void Configure(IApplicationBuilder app, IHostEnvironment host) { if (host.IsDevelopment()) { app.UseDeveloperExceptionPage(); } } }")]
    [TestCase("static class Startup { public static void Configure(IApplicationBuilder app, IHostEnvironment host) { if (!host.IsDevelopment()) app.UseHsts(); else app.UseDeveloperExceptionPage(); } }")]
    [TestCase("static class Startup { public static void Configure(IApplicationBuilder app, IHostEnvironment host) { if (!host.IsDevelopment()) { return; } app.UseDeveloperExceptionPage(); } }")]
    [TestCase("static class Startup { public static void ConfigureDevelopment(IApplicationBuilder app) { app.UseDeveloperExceptionPage(); app.UseDirectoryBrowser(); } }")]
    [TestCase("static class Startup { public static void Configure(IApplicationBuilder app) { app.UseFileServer(false); app.UseStaticFiles(); } }")]
    [TestCase("class NamesController : ControllerBase { [Authorize] public void List() { } [AllowAnonymous, HttpPost] public void Add(string name) { } }")]
    [TestCase("class NamesController : ControllerBase { [Authorize] public void List() { } [HttpPost] public void Login(string name) { } }")]
    [TestCase("class NamesController : ControllerBase { [HttpPost] public void Add(string name) { } [HttpPut] public void Rename(string name) { } }")]
    [TestCase("class NamesController : ControllerBase { [Authorize] public void List() { } [HttpPost] public void Add(string name) { } } static class Startup { static void Map(WebApplication app) => app.MapControllers().RequireAuthorization(); }")]
    [TestCase("[Authorize] class NamesController : ControllerBase { [AllowAnonymous] public void List() { } }")]
    [TestCase("static class Startup { public static void Map(WebApplication app) => app.MapPost(\"/login\", (string name, string password) => 1); }")]
    [TestCase("class Options { public bool ValidateRequest { get; set; } } static class Startup { static Options Make() => new() { ValidateRequest = false }; }")]
    public async Task GoodDocument_IsLeftAlone(string declarations)
    {
        var code = Code.Of(Usings + declarations);
        Assert.That(await code.ErrorsAsync(), Is.Empty);
        Assert.That(await code.FindingsAsync(), Is.Empty);
    }

    [Test]
    public async Task DebugBranch_IsForDevelopersOnly()
    {
        var findings = await Code.Of("""
            #define DEBUG
            using Microsoft.AspNetCore.Builder;
            static class Startup
            {
                public static void Configure(IApplicationBuilder app)
                {
            #if DEBUG
                    app.UseDeveloperExceptionPage();
            #endif
                    app.UseDirectoryBrowser();
                }
            }
            """).FindingsAsync();
        Assert.That(findings.Select(finding => finding.RuleId), Is.EqualTo(new[] { "GB4008" }));
    }

    [TestCase("GB4001", "using System.Web; class A { void M(HttpResponse response) { var cookie = new HttpCookie(\"login\", \"1\") { HttpOnly = true }; response.Cookies.Add(cookie); } }")]
    [TestCase("GB4002", "using System.Web; class A { void M(HttpResponse response) { var cookie = new HttpCookie(\"login\"); cookie.Secure = true; response.SetCookie(cookie); } }")]
    [TestCase("GB4004", "using System.Web.Mvc; public class NamesController : Controller { [HttpPost] public ActionResult Save(string name) { return View(); } }")]
    [TestCase("GB4005", "using System.Web.Mvc; public class NamesController : Controller { [ValidateInput(false)] public ActionResult Save(string name) { return View(); } }")]
    [TestCase("GB4005", "using System.Web.Mvc; public class NamesController : Controller { const bool Check = false; [ValidateInput(Check)] public ActionResult Save(string name) { return View(); } }")]
    [TestCase("GB4005", "using System.Web.Mvc; public class Note { [AllowHtml] public string Body { get; set; } = \"\"; }")]
    [TestCase("GB4006", "using System.Web.Http.Cors; [EnableCors(\"*\", \"*\", \"*\")] public class NamesController { }")]
    [TestCase("GB4010", "static class A { static object M() => new JwtSecurityToken(issuer: \"shop\", expires: DateTime.UtcNow.AddYears(1)); }")]
    [TestCase("GB4012", "using System.Web.Mvc; [AllowAnonymous] public class NamesController : Controller { [Authorize] public ActionResult List() { return View(); } }")]
    [TestCase("GB4013", "using System.Web.Configuration; static class A { static void M(HttpRuntimeSection section) { section.EnableHeaderChecking = false; } }")]
    [TestCase("GB4013", "using System.Web.Configuration; static class A { const bool Off = false; static void M(HttpRuntimeSection section) => section.EnableHeaderChecking = Off; }")]
    [TestCase("GB4013", "using System.Web.Configuration; static class A { static object M() => new HttpRuntimeSection { EnableHeaderChecking = false }; }")]
    [TestCase("GB4015", "using System.Web.UI; public class Basket : Page { void Start() { EnableViewStateMac = false; } }")]
    [TestCase("GB4015", "using System.Web.UI; static class A { static void M(Page page) => page.ViewStateEncryptionMode = ViewStateEncryptionMode.Never; }")]
    [TestCase("GB4015", "using System.Web.UI; static class A { static void M(Page page) { var mode = ViewStateEncryptionMode.Never; page.ViewStateEncryptionMode = mode; } }")]
    [TestCase("GB4020", Shop + "class RowsController(Shop shop) : ControllerBase { public void Create(Row row) { shop.Rows.Add(row); } }")]
    [TestCase("GB4020", Shop + "class RowsController(Shop shop) : ControllerBase { public void Edit(Row row) { shop.Update(row); shop.SaveChanges(); } }")]
    [TestCase("GB4020", Shop + "class RowsController(Shop shop) : ControllerBase { public void Edit(int id, Row row) { shop.Entry(row).State = EntityState.Modified; } }")]
    [TestCase("GB4024", "public class Gate : System.Web.UI.Page { public bool IsOffice() => Request.UserHostAddress == \"203.0.113.7\"; }")]
    public async Task MistakeWithAMissingPackage_IsFoundOnce(string rule, string document) =>
        Assert.That((await Code.Of(document).FindingsAsync()).Select(finding => finding.RuleId), Is.EqualTo(new[] { rule }));

    [TestCase("using System.Web; class A { void M(HttpResponse response) { var cookie = new HttpCookie(\"login\", \"1\") { HttpOnly = true, Secure = true }; response.Cookies.Add(cookie); } }")]
    [TestCase("using System.Web; class A { void M(HttpResponse response) { var cookie = new HttpCookie(\"login\") { Expires = DateTime.UtcNow.AddDays(-1) }; response.Cookies.Add(cookie); } }")]
    [TestCase("using System.Web.Mvc; public class NamesController : Controller { [HttpPost, ValidateAntiForgeryToken] public ActionResult Save(string name) { return View(); } }")]
    [TestCase("using System.Web.Mvc; public class NamesController : Controller { [ValidateInput(true)] public ActionResult Save(string name) { return View(); } }")]
    [TestCase("using System.Web.Http; public class NamesController : ApiController { [HttpPost] public int Save(string name) { return 1; } }")]
    [TestCase("static class A { static object M() => new JwtSecurityToken(issuer: \"shop\", expires: DateTime.UtcNow.AddMinutes(15)); }")]
    [TestCase("using System.Web.Configuration; static class A { static void M(HttpRuntimeSection section) { section.EnableHeaderChecking = true; } }")]
    [TestCase("using System.Web.UI; public class Basket : Page { void Start() { EnableViewStateMac = true; ViewStateEncryptionMode = ViewStateEncryptionMode.Always; } }")]
    [TestCase(Shop + "class RowsController(Shop shop) : ControllerBase { public void Create([Bind(\"Name\")] Row row) { shop.Rows.Add(row); } }")]
    [TestCase(Shop + "class RowsController(Shop shop) : ControllerBase { public void Create(string name) { var row = new Row { Name = name }; shop.Rows.Add(row); } }")]
    [TestCase(Shop + "class Importer(Shop shop) { public void Take(Row row) { shop.Rows.Add(row); } }")]
    [TestCase("public class Gate : System.Web.UI.Page { public bool IsHere() => Request.UserHostAddress == \"127.0.0.1\"; }")]
    public async Task GoodCodeWithAMissingPackage_IsLeftAlone(string document) =>
        Assert.That(await Code.Of(document).FindingsAsync(), Is.Empty);

    [TestCase("GB4002", "class A { void M(SessionOptions options) { options.Cookie.HttpOnly = false; } }")]
    [TestCase("GB4006", "class A { void M(CorsPolicyBuilder policy) { policy.AllowAnyOrigin(); } }")]
    [TestCase("GB4004", "public class NamesController : Controller { [HttpPost] public IActionResult Save(string name) { return View(); } }")]
    public async Task MistakeWithoutReferences_IsFound(string rule, string document) =>
        Assert.That((await Code.Unresolved(document).FindingsAsync()).Select(finding => finding.RuleId), Does.Contain(rule));

    private const string Usings = """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Hosting;

        """;

    private const string Shop =
        "using Microsoft.AspNetCore.Mvc; using Microsoft.EntityFrameworkCore; class Row { public string Name { get; set; } = \"\"; } class Shop : DbContext { public DbSet<Row> Rows { get; set; } = null!; } ";

    private static string Controller(string member) => $$"""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        public class NamesController : Controller
        {
            {{member}}
        }
        """;
}
