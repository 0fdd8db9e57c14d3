namespace Shop.Domain.Carts;

public interface ICartStore
{
    Task<Cart?> FindAsync(Guid id, CancellationToken cancellationToken);

    Task SaveAsync(Cart cart, CancellationToken cancellationToken);

    Task DeleteAsync(Guid id, CancellationToken cancellationToken);
}
