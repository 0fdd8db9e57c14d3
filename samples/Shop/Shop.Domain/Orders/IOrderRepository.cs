namespace Shop.Domain.Orders;

public interface IOrderRepository
{
    Task<Order?> FindAsync(string number, CancellationToken cancellationToken);

    Task<int> CountAsync(OrderStatus status, CancellationToken cancellationToken);

    Task AddAsync(Order order, CancellationToken cancellationToken);

    Task SaveAsync(Order order, CancellationToken cancellationToken);
}
