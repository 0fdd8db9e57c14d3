namespace Shop.Domain.Catalogue;

public interface IProductRepository
{
    Task<Product?> FindAsync(int id, CancellationToken cancellationToken);

    Task<IReadOnlyList<Product>> ListAsync(
        string category, ProductSort sort, int page, int pageSize, CancellationToken cancellationToken);

    Task<IReadOnlyList<Product>> SearchAsync(string term, CancellationToken cancellationToken);
}
