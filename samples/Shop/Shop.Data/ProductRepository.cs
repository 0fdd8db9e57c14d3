using System.Data.Common;
using Shop.Domain;
using Shop.Domain.Catalogue;

namespace Shop.Data;

public sealed class ProductRepository(ShopDatabase database) : IProductRepository
{
    private const string Columns = "id, sku, name, category, price, currency, description, weight, listed";

    public async Task<Product?> FindAsync(int id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM product WHERE id = @id";
        command.Add("@id", id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    public async Task<IReadOnlyList<Product>> ListAsync(
        string category, ProductSort sort, int page, int pageSize, CancellationToken cancellationToken)
    {
        var order = sort switch
        {
            ProductSort.PriceAscending => "price, name",
            ProductSort.PriceDescending => "price DESC, name",
            ProductSort.Newest => "id DESC",
            _ => "name",
        };

        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT {Columns} FROM product
            WHERE category = @category AND listed ORDER BY {order} LIMIT @size OFFSET @skip
            """;
        command.Add("@category", category);
        command.Add("@size", pageSize);
        command.Add("@skip", (page - 1) * pageSize);
        return await ReadAllAsync(command, cancellationToken);
    }

    public async Task<IReadOnlyList<Product>> SearchAsync(string term, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM product WHERE listed AND name ILIKE @pattern ORDER BY name";
        command.Add("@pattern", $"%{term}%");
        return await ReadAllAsync(command, cancellationToken);
    }

    public static async Task<IReadOnlyList<Product>> ReadAllAsync(
        DbCommand command, CancellationToken cancellationToken)
    {
        var products = new List<Product>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            products.Add(Read(reader));
        }

        return products;
    }

    private static Product Read(DbDataReader reader)
    {
        var price = new Money(reader.GetDecimal(4), reader.GetString(5));
        return new Product(reader.GetInt32(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), price)
        {
            Description = reader.GetStringOrNull(6),
            WeightInKilograms = reader.GetDecimal(7),
            IsListed = reader.GetBoolean(8),
        };
    }
}
