using System.Data.Common;
using Shop.Data.Protection;
using Shop.Domain.Customers;

namespace Shop.Data;

public sealed class CustomerRepository(ShopDatabase database, LoyaltyNumberCipher loyaltyNumbers, NoteCipher notes)
    : ICustomerRepository
{
    private const string Columns =
        "id, name, email, street, postal_code, city, country, company, vat_number, password_hash, loyalty_number, note";

    public async Task<Customer?> FindAsync(int id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT " + Columns + " FROM customer WHERE id = @id";
        command.Add("@id", id);
        return await ReadAsync(command, cancellationToken);
    }

    public async Task<Customer?> FindByEmailAsync(string email, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT " + Columns + " FROM customer WHERE email = @email";
        command.Add("@email", email.Trim().ToLowerInvariant());
        return await ReadAsync(command, cancellationToken);
    }

    public async Task<int> AddAsync(Customer customer, CancellationToken cancellationToken)
    {
        var business = customer as BusinessCustomer;
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO customer (name, email, street, postal_code, city, country, company, vat_number,
                                  password_hash, loyalty_number, note)
            VALUES (@name, @email, @street, @postal_code, @city, @country, @company, @vat_number,
                    @password_hash, @loyalty_number, @note)
            RETURNING id
            """;
        command.Add("@name", customer.Name);
        command.Add("@email", customer.Email.Trim().ToLowerInvariant());
        command.Add("@street", customer.Address.Street);
        command.Add("@postal_code", customer.Address.PostalCode);
        command.Add("@city", customer.Address.City);
        command.Add("@country", customer.Address.Country);
        command.Add("@company", business?.Company);
        command.Add("@vat_number", business?.VatNumber);
        command.Add("@password_hash", customer.PasswordHash);
        command.Add("@loyalty_number", customer.LoyaltyNumber is { } number ? loyaltyNumbers.Encrypt(number) : null);
        command.Add("@note", customer.Note is { } note ? notes.Encrypt(note) : null);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken));
    }

    public async Task SetPasswordHashAsync(int id, string passwordHash, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE customer SET password_hash = @hash WHERE id = @id";
        command.Add("@hash", passwordHash);
        command.Add("@id", id);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<Customer?> ReadAsync(DbCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var (id, name, email) = (reader.GetInt32(0), reader.GetString(1), reader.GetString(2));
        var address = new Address(reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetString(6));
        var customer = reader.GetStringOrNull(7) is { } company
            ? new BusinessCustomer(id, name, email, address, company, reader.GetStringOrNull(8) ?? "")
            : new Customer(id, name, email, address);
        return customer with
        {
            PasswordHash = reader.GetString(9),
            LoyaltyNumber = reader.GetStringOrNull(10) is { } number ? loyaltyNumbers.Decrypt(number) : null,
            Note = reader.GetStringOrNull(11) is { } note ? notes.Decrypt(note) : null,
        };
    }
}
