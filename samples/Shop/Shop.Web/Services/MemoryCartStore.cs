using System.Collections.Concurrent;
using Shop.Domain.Carts;

namespace Shop.Web.Services;

public sealed class MemoryCartStore : ICartStore
{
    private readonly ConcurrentDictionary<Guid, Cart> carts = new();

    public Task<Cart?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(carts.GetValueOrDefault(id));

    public Task SaveAsync(Cart cart, CancellationToken cancellationToken)
    {
        carts[cart.Id] = cart;
        return Task.CompletedTask;
    }

    public Task DeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        carts.TryRemove(id, out _);
        return Task.CompletedTask;
    }
}
