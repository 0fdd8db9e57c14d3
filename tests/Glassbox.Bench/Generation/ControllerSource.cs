using static Glassbox.Bench.Generation.EntitySource;

namespace Glassbox.Bench.Generation;

/// <summary>A thing over HTTP. Most controllers are clean; some have the mistakes that findings are about.</summary>
internal static class ControllerSource
{
    /// <summary>How many kinds of mistakes there are.</summary>
    public const int Mistakes = 5;

    /// <summary>The controller.</summary>
    /// <param name="plan">Of what.</param>
    /// <param name="mistake">Which mistake it has, or null for none.</param>
    public static string Controller(EntityPlan plan, int? mistake) => $$"""
        using System.Diagnostics;
        using System.Security.Cryptography;
        using System.Text;
        using Microsoft.AspNetCore.Mvc;
        using Northgate.Kernel;
        using {{plan.Namespace}};

        namespace Northgate.Web.Controllers;

        [ApiController]
        [Route("{{plan.Area.ToLowerInvariant()}}/{{plan.Name.ToLowerInvariant()}}s")]
        public sealed class {{plan.Name}}Controller({{plan.Name}}Service service, {{plan.Name}}Report report, I{{plan.Name}}Repository {{plan.Many}}, Database database, IWebHostEnvironment environment)
            : ControllerBase
        {
            [HttpGet("{id:int}")]
            public async Task<ActionResult<{{plan.Name}}Summary>> Get(int id, CancellationToken cancellationToken)
            {
                var summary = await service.SummarizeAsync(new {{plan.Name}}Id(id), cancellationToken);
                return summary is null ? NotFound() : Ok(summary);
            }

            [HttpGet("search")]
            public async Task<IActionResult> Search(string text, int page, CancellationToken cancellationToken)
            {
                if (text.Trim().Length < 2)
                {
                    return BadRequest("Two letters at least.");
                }

                var found = await service.SearchAsync(text, new Page(page, 25), cancellationToken);
                return Ok(found.Select(summary => new { summary.Id.Value, summary.{{plan.First("string")}}, summary.Total }));
            }

            [HttpGet("count")]
            public async Task<IActionResult> Count({{plan.Name}}Status status, CancellationToken cancellationToken)
            {
                await using var connection = await database.OpenAsync(cancellationToken);
                await using var command = connection.CreateCommand();
                command.CommandText = "SELECT COUNT(*) FROM {{plan.Table}} WHERE status = @status";
                command.Bind("@status", status.ToString());
                return Ok(await command.ExecuteScalarAsync(cancellationToken));
            }

            [HttpGet("largest")]
            public async Task<IActionResult> Largest(string {{plan.Properties[0].Parameter}}, CancellationToken cancellationToken)
            {
                var listed = await {{plan.Many}}.ListBy{{plan.First("string")}}Async({{plan.Properties[0].Parameter}}, cancellationToken);
                return {{plan.Name}}Rules.Largest(listed) is { } largest ? Ok({{plan.Name}}Summary.Of(largest)) : NotFound();
            }

        {{Lines(plan.Verbs, verb => Act(plan, verb.Verb))}}
            [HttpGet("report")]
            public async Task<IActionResult> Report(CancellationToken cancellationToken) =>
                Ok(await report.{{(plan.Related is null ? "TotalAsync(cancellationToken)" : "LinesAsync(Page.First, cancellationToken)")}});

            [HttpGet("{id:int}/tag")]
            public IActionResult Tag(int id)
            {
                var folder = Path.Combine(environment.ContentRootPath, "{{plan.Table}}");
                var tag = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{folder}/{id}")));
                return Ok(tag);
            }
        {{Mistake(plan, mistake)}}}
        """;

    private static string Act(EntityPlan plan, string verb) => $$"""
            [HttpPost("{id:int}/{{verb.ToLowerInvariant()}}")]
            public async Task<IActionResult> {{verb}}(int id, CancellationToken cancellationToken)
            {
                var outcome = await service.{{verb}}Async(new {{plan.Name}}Id(id), User.Identity?.Name ?? "nobody", cancellationToken);
                return outcome.IsFailure ? Conflict(outcome.Error) : NoContent();
            }

        """;

    private static string Mistake(EntityPlan plan, int? kind) => kind switch
    {
        0 => $$"""

            [HttpGet("by-{{plan.Properties[0].Column}}")]
            public async Task<IActionResult> CountBy(string value, CancellationToken cancellationToken)
            {
                var sql = "SELECT COUNT(*) FROM {{plan.Table}} WHERE {{plan.Properties[0].Column}} = '" + value + "'";
                await using var connection = await database.OpenAsync(cancellationToken);
                await using var command = connection.CreateCommand();
                command.CommandText = sql;
                return Ok(await command.ExecuteScalarAsync(cancellationToken));
            }

        """,
        1 => $$"""

            [HttpGet("files/{name}")]
            public IActionResult Download(string name)
            {
                var path = Path.Combine(environment.ContentRootPath, "{{plan.Table}}", name);
                return File(System.IO.File.ReadAllBytes(path), "application/octet-stream");
            }

        """,
        2 => """

            [HttpPost("done")]
            public IActionResult Done(string returnUrl)
            {
                var target = returnUrl.Trim();
                return Redirect(target);
            }

        """,
        3 => """

            [HttpPost("print")]
            public IActionResult Print(string printer, int id)
            {
                using var job = Process.Start("/bin/sh", $"-c \"lp -d {printer} {id}.pdf\"");
                return Accepted();
            }

        """,
        4 => $$"""

            [HttpPost("averages")]
            public IActionResult Averages(decimal[] values)
            {
                var sum = 0m;
                for (var i = 0; i <= values.Length; i++)
                {
                    sum += values[i];
                }

                return Ok(new { {{plan.First("decimal")}} = sum / Math.Max(1, values.Length) });
            }

        """,
        _ => "",
    };
}
