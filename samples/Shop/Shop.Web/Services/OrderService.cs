using System.Security.Cryptography;
using Shop.Domain.Carts;
using Shop.Domain.Customers;
using Shop.Domain.Inventory;
using Shop.Domain.Invoices;
using Shop.Domain.Orders;
using Shop.Domain.Pricing;
using Shop.Data;
using Shop.Web.Models;

namespace Shop.Web.Services;

public sealed class OrderService(
    ICartStore carts,
    ICustomerRepository customers,
    IStockRepository stock,
    IOrderRepository orders,
    IInvoiceRepository invoices,
    InvoiceArchive archive,
    PriceCalculator prices,
    OrderMailer mailer,
    TimeProvider clock)
{
    public async Task<Order?> PlaceAsync(PlaceOrder request, CancellationToken cancellationToken)
    {
        // Both are read at once; neither needs the other.
        var findingCart = carts.FindAsync(request.CartId, cancellationToken);
        var findingCustomer = customers.FindAsync(request.CustomerId, cancellationToken);
        await Task.WhenAll(findingCart, findingCustomer);
        if (await findingCart is not { IsEmpty: false } cart || await findingCustomer is not { } customer)
        {
            return null;
        }

        if (!await ReserveAllAsync(cart, cancellationToken))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var price = prices.Calculate(cart, request.DeliverTo, DateOnly.FromDateTime(now.Date), request.Express);
        var number = $"{now:yyyyMMdd}-{RandomNumberGenerator.GetHexString(6)}";
        var order = Order.From(cart, price, number, customer.Id, now);
        await orders.AddAsync(order, cancellationToken);
        await carts.DeleteAsync(cart.Id, cancellationToken);
        await mailer.SendConfirmationAsync(order, customer, cancellationToken);
        return order;
    }

    public async Task<Order> CancelAsync(Order order, CancellationToken cancellationToken)
    {
        var cancelled = order.Cancel();
        await orders.SaveAsync(cancelled, cancellationToken);
        foreach (var line in order.Lines)
        {
            await stock.ReleaseAsync(line.ProductId, line.Quantity, cancellationToken);
        }

        return cancelled;
    }

    public Order Ship(Order order)
    {
        var shipped = order.Ship();
        orders.SaveAsync(shipped, CancellationToken.None);
        return shipped;
    }

    public async Task<Invoice> InvoiceAsync(Order order, CancellationToken cancellationToken)
    {
        var issuedOn = DateOnly.FromDateTime(clock.GetUtcNow().Date);
        var id = await invoices.AddAsync(Invoice.For(order, 0, issuedOn), cancellationToken);
        var invoice = Invoice.For(order, id, issuedOn);
        archive.Store(invoice);
        return invoice;
    }

    private async Task<bool> ReserveAllAsync(Cart cart, CancellationToken cancellationToken)
    {
        for (var i = 0; i < cart.Lines.Count; i++)
        {
            var line = cart.Lines[i];
            if (await stock.ReserveAsync(line.Product.Id, line.Quantity, cancellationToken))
            {
                continue;
            }

            foreach (var reserved in cart.Lines.Take(i))
            {
                await stock.ReleaseAsync(reserved.Product.Id, reserved.Quantity, cancellationToken);
            }

            return false;
        }

        return true;
    }
}
