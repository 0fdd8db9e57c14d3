namespace Shop.Domain.Customers;

public interface ICustomerRepository
{
    Task<Customer?> FindAsync(int id, CancellationToken cancellationToken);

    Task<Customer?> FindByEmailAsync(string email, CancellationToken cancellationToken);

    Task<int> AddAsync(Customer customer, CancellationToken cancellationToken);

    Task SetPasswordHashAsync(int id, string passwordHash, CancellationToken cancellationToken);
}
