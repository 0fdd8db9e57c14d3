using System.Data.Common;
using Shop.Domain.Inventory;

namespace Shop.Data;

public sealed class StockRepository(ShopDatabase database) : IStockRepository
{
    public async Task<StockLevel?> FindAsync(int productId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT product_id, sku, on_hand, reserved, reorder_point FROM stock WHERE product_id = @id
            """;
        command.Add("@id", productId);
        var levels = await ReadAllAsync(command, cancellationToken);
        return levels.FirstOrDefault();
    }

    public async Task<IReadOnlyList<StockLevel>> ListLowAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT product_id, sku, on_hand, reserved, reorder_point
            FROM stock WHERE on_hand - reserved <= reorder_point
            """;
        return await ReadAllAsync(command, cancellationToken);
    }

    public Task<bool> ReserveAsync(int productId, int quantity, CancellationToken cancellationToken) => ExecuteAsync(
        "UPDATE stock SET reserved = reserved + @quantity WHERE product_id = @id AND on_hand - reserved >= @quantity",
        productId, quantity, cancellationToken);

    public Task ReleaseAsync(int productId, int quantity, CancellationToken cancellationToken) => ExecuteAsync(
        "UPDATE stock SET reserved = reserved - @quantity WHERE product_id = @id AND reserved >= @quantity",
        productId, quantity, cancellationToken);

    public static async Task<List<StockLevel>> ReadAllAsync(DbCommand command, CancellationToken cancellationToken)
    {
        var levels = new List<StockLevel>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            levels.Add(new StockLevel(
                reader.GetInt32(0), reader.GetString(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4)));
        }

        return levels;
    }

    private async Task<bool> ExecuteAsync(string sql, int productId, int quantity, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Add("@id", productId);
        command.Add("@quantity", quantity);
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }
}
