using Shop.Data;
using Shop.Domain.Inventory;

namespace Shop.Web.Endpoints;

public static class StockEndpoints
{
    private const string Select = "SELECT product_id, sku, on_hand, reserved, reorder_point FROM stock";

    public static void MapStock(this IEndpointRouteBuilder routes)
    {
        var stock = routes.MapGroup("/stock").RequireAuthorization();

        stock.MapGet("/{productId:int}", async (
            int productId, IStockRepository repository, CancellationToken cancellationToken) =>
            await repository.FindAsync(productId, cancellationToken) is { } level
                ? Results.Ok(level)
                : Results.NotFound());

        stock.MapGet("/by-sku", async (string prefix, ShopDatabase database, CancellationToken cancellationToken) =>
        {
            var pattern = prefix.ToUpperInvariant() + "%";
            await using var connection = await database.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = Select + " WHERE sku LIKE '" + pattern + "' ORDER BY sku";
            return Results.Ok(await StockRepository.ReadAllAsync(command, cancellationToken));
        });

        stock.MapGet("/by-name", async (string name, ShopDatabase database, CancellationToken cancellationToken) =>
        {
            var pattern = $"%{name}%";
            await using var connection = await database.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = Select + " WHERE product_id IN (SELECT id FROM product WHERE name ILIKE @pattern)";
            command.Add("@pattern", pattern);
            return Results.Ok(await StockRepository.ReadAllAsync(command, cancellationToken));
        });
    }
}
