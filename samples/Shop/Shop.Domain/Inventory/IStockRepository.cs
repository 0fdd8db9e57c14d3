namespace Shop.Domain.Inventory;

public interface IStockRepository
{
    Task<StockLevel?> FindAsync(int productId, CancellationToken cancellationToken);

    Task<IReadOnlyList<StockLevel>> ListLowAsync(CancellationToken cancellationToken);

    /// <summary>Sets goods aside for an order; false when there are not enough.</summary>
    Task<bool> ReserveAsync(int productId, int quantity, CancellationToken cancellationToken);

    Task ReleaseAsync(int productId, int quantity, CancellationToken cancellationToken);
}
