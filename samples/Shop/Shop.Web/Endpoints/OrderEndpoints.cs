using Shop.Data.Protection;
using Shop.Domain.Orders;
using Shop.Web.Models;
using Shop.Web.Services;

namespace Shop.Web.Endpoints;

public static class OrderEndpoints
{
    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        var orders = routes.MapGroup("/orders").RequireAuthorization();

        orders.MapPost("/", async (PlaceOrder request, OrderService service, CancellationToken cancellationToken) =>
        {
            var order = await service.PlaceAsync(request, cancellationToken);
            return order is null ? Results.Conflict() : Results.Created($"/orders/{order.Number}", order);
        });

        orders.MapGet("/{number}", async (
            string number, IOrderRepository repository, CancellationToken cancellationToken) =>
            await repository.FindAsync(number, cancellationToken) is { } order
                ? Results.Ok(order)
                : Results.NotFound());

        orders.MapGet("/{number}/payment-reference", (string number, PaymentReferenceCipher cipher) =>
            Results.Text(cipher.Encrypt(number)));

        orders.MapPost("/{number}/cancel", async (
            string number, IOrderRepository repository, OrderService service, CancellationToken cancellationToken) =>
        {
            var order = await repository.FindAsync(number, cancellationToken);
            return order is null
                ? Results.NotFound()
                : Results.Ok(await service.CancelAsync(order, cancellationToken));
        });

        orders.MapPost("/{number}/ship", async (
            string number, IOrderRepository repository, OrderService service, CancellationToken cancellationToken) =>
        {
            var order = await repository.FindAsync(number, cancellationToken);
            if (order is null)
            {
                return Results.NotFound();
            }

            await service.InvoiceAsync(order, cancellationToken);
            return Results.Ok(service.Ship(order));
        });
    }
}
