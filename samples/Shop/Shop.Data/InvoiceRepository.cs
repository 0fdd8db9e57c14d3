using System.Data.Common;
using System.Text.Json;
using Shop.Domain.Invoices;

namespace Shop.Data;

public sealed class InvoiceRepository(ShopDatabase database) : IInvoiceRepository
{
    public async Task<Invoice?> FindAsync(int id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, number, order_number, issued_on, lines FROM invoice WHERE id = @id";
        command.Add("@id", id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    public async Task<IReadOnlyList<Invoice>> ListAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT id, number, order_number, issued_on, lines
            FROM invoice WHERE issued_on BETWEEN @from AND @to ORDER BY number
            """;
        command.Add("@from", from);
        command.Add("@to", to);
        var invoices = new List<Invoice>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            invoices.Add(Read(reader));
        }

        return invoices;
    }

    public async Task<int> AddAsync(Invoice invoice, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO invoice (number, order_number, issued_on, lines)
            VALUES (@number, @order, @issued, @lines)
            RETURNING id
            """;
        command.Add("@number", invoice.Number);
        command.Add("@order", invoice.OrderNumber);
        command.Add("@issued", invoice.IssuedOn);
        command.Add("@lines", JsonSerializer.Serialize(invoice.Lines));
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken));
    }

    private static Invoice Read(DbDataReader reader)
    {
        var lines = JsonSerializer.Deserialize<List<InvoiceLine>>(reader.GetString(4)) ?? [];
        return new Invoice(
            reader.GetInt32(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<DateOnly>(3), lines);
    }
}
