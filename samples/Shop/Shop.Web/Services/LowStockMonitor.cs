using Shop.Domain.Inventory;

namespace Shop.Web.Services;

public sealed class LowStockMonitor(IStockRepository stock, StockMailer mailer, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(6), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var plan = ReorderPlan.For(await stock.ListLowAsync(stoppingToken));
            if (plan.Count > 0)
            {
                await mailer.SendAsync(plan, stoppingToken);
            }
        }
    }
}
