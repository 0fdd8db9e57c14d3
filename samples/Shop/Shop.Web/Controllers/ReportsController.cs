using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Shop.Data;
using Shop.Domain.Inventory;
using Shop.Domain.Orders;

namespace Shop.Web.Controllers;

[ApiController]
[Authorize(Roles = "manager")]
[Route("reports")]
public sealed class ReportsController(
    ReportingDatabase reporting, IOrderRepository orders, IStockRepository stock, InvoiceArchive archive)
    : ControllerBase
{
    [HttpGet("overview")]
    public async Task<IActionResult> Overview(CancellationToken cancellationToken)
    {
        var counting = orders.CountAsync(OrderStatus.Paid, cancellationToken);
        var listing = stock.ListLowAsync(cancellationToken);
        await Task.WhenAll(counting, listing);
        return Ok(new { ToShip = await counting, ToReorder = ReorderPlan.For(await listing) });
    }

    [HttpGet("sales")]
    public async Task<IActionResult> Sales(CancellationToken cancellationToken)
    {
        var country = Request.Query["country"].ToString();
        var sql = $"SELECT SUM(o.total) FROM orders o JOIN customer c ON c.id = o.customer WHERE country = '{country}'";
        await using var connection = await reporting.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Ok(await command.ExecuteScalarAsync(cancellationToken));
    }

    [HttpGet("sales/by-status")]
    public async Task<IActionResult> SalesByStatus(string status, CancellationToken cancellationToken)
    {
        await using var connection = await reporting.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT SUM(total) FROM orders WHERE status = @status";
        command.Add("@status", status);
        return Ok(await command.ExecuteScalarAsync(cancellationToken));
    }

    [HttpPost("print/{invoiceId:int}")]
    public async Task<IActionResult> Print(int invoiceId, string printer, CancellationToken cancellationToken)
    {
        var command = $"lp -d {printer} {archive.PathOf(invoiceId)}";
        using var job = Process.Start(new ProcessStartInfo("/bin/sh") { Arguments = $"-c \"{command}\"" });
        if (job is null)
        {
            return Problem("The print job could not be started.");
        }

        await job.WaitForExitAsync(cancellationToken);
        return job.ExitCode == 0 ? NoContent() : Problem("The printer refused the job.");
    }

    [HttpPost("print-label/{invoiceId:int}")]
    public async Task<IActionResult> PrintLabel(int invoiceId, int copies, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("lp") { UseShellExecute = false };
        start.ArgumentList.Add("-n");
        start.ArgumentList.Add($"{copies}");
        start.ArgumentList.Add(archive.PathOf(invoiceId));
        using var job = Process.Start(start);
        if (job is null)
        {
            return Problem("The print job could not be started.");
        }

        await job.WaitForExitAsync(cancellationToken);
        return NoContent();
    }
}
