using Shop.Domain;
using Shop.Domain.Orders;

namespace Shop.Data;

public sealed class OrderRepository(ShopDatabase database) : IOrderRepository
{
    public async Task<Order?> FindAsync(string number, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var lines = new List<OrderLine>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = """
                SELECT product_id, name, quantity, price, currency
                FROM order_line WHERE number = @number ORDER BY position
                """;
            command.Add("@number", number);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                var price = new Money(reader.GetDecimal(3), reader.GetString(4));
                lines.Add(new OrderLine(reader.GetInt32(0), reader.GetString(1), reader.GetInt32(2), price));
            }
        }

        await using var header = connection.CreateCommand();
        header.CommandText = "SELECT customer_id, placed_at, total, currency, status FROM orders WHERE number = @no";
        header.Add("@no", number);
        await using var row = await header.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken))
        {
            return null;
        }

        var placedAt = row.GetFieldValue<DateTimeOffset>(1);
        var total = new Money(row.GetDecimal(2), row.GetString(3));
        return new Order(number, row.GetInt32(0), placedAt, lines, total)
        {
            Status = Enum.Parse<OrderStatus>(row.GetString(4)),
        };
    }

    public async Task<int> CountAsync(OrderStatus status, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM orders WHERE status = @status";
        command.Add("@status", status.ToString());
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken));
    }

    public async Task AddAsync(Order order, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var header = connection.CreateCommand();
        header.Transaction = transaction;
        header.CommandText = """
            INSERT INTO orders (number, customer_id, placed_at, total, currency, status)
            VALUES (@number, @customer, @placed, @total, @currency, @status)
            """;
        header.Add("@number", order.Number);
        header.Add("@customer", order.CustomerId);
        header.Add("@placed", order.PlacedAt);
        header.Add("@total", order.Total.Amount);
        header.Add("@currency", order.Total.Currency);
        header.Add("@status", order.Status.ToString());
        await header.ExecuteNonQueryAsync(cancellationToken);

        for (var i = 0; i < order.Lines.Count; i++)
        {
            var line = order.Lines[i];
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = """
                INSERT INTO order_line (number, position, product_id, name, quantity, price, currency)
                VALUES (@number, @position, @product, @name, @quantity, @price, @currency)
                """;
            command.Add("@number", order.Number);
            command.Add("@position", i + 1);
            command.Add("@product", line.ProductId);
            command.Add("@name", line.Name);
            command.Add("@quantity", line.Quantity);
            command.Add("@price", line.UnitPrice.Amount);
            command.Add("@currency", line.UnitPrice.Currency);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public async Task SaveAsync(Order order, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE orders SET status = @status WHERE number = @number";
        command.Add("@status", order.Status.ToString());
        command.Add("@number", order.Number);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
