namespace Shop.Domain.Invoices;

public interface IInvoiceRepository
{
    Task<Invoice?> FindAsync(int id, CancellationToken cancellationToken);

    Task<IReadOnlyList<Invoice>> ListAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);

    Task<int> AddAsync(Invoice invoice, CancellationToken cancellationToken);
}
