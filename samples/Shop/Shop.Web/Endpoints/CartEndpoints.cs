using Microsoft.AspNetCore.Http.HttpResults;
using Shop.Domain.Carts;
using Shop.Domain.Catalogue;
using Shop.Web.Models;

namespace Shop.Web.Endpoints;

public static class CartEndpoints
{
    public static void MapCarts(this IEndpointRouteBuilder routes)
    {
        var carts = routes.MapGroup("/carts");
        carts.MapGet("/{id:guid}", FindAsync);
        carts.MapPost("/{id:guid}/lines", AddAsync);

        carts.MapPut("/{id:guid}/voucher", async (
            Guid id, string code, ICartStore store, CancellationToken cancellationToken) =>
        {
            var cart = await store.FindAsync(id, cancellationToken);
            if (cart is null)
            {
                return Results.NotFound();
            }

            cart.UseVoucher(code);
            await store.SaveAsync(cart, cancellationToken);
            return Results.Ok(cart);
        });

        carts.MapDelete("/{id:guid}", (Guid id, ICartStore store) =>
        {
            store.DeleteAsync(id, CancellationToken.None);
            return Results.NoContent();
        });
    }

    private static async Task<Results<Ok<Cart>, NotFound>> FindAsync(
        Guid id, ICartStore store, CancellationToken cancellationToken)
    {
        var cart = await store.FindAsync(id, cancellationToken);
        return cart is null ? TypedResults.NotFound() : TypedResults.Ok(cart);
    }

    private static async Task<Results<Ok<Cart>, NotFound>> AddAsync(
        Guid id, AddToCart line, ICartStore store, IProductRepository products, CancellationToken cancellationToken)
    {
        var product = await products.FindAsync(line.ProductId, cancellationToken);
        if (product is not { IsListed: true })
        {
            return TypedResults.NotFound();
        }

        var cart = await store.FindAsync(id, cancellationToken) ?? new Cart(id, product.Price.Currency);
        cart.Add(product, line.Quantity);
        await store.SaveAsync(cart, cancellationToken);
        return TypedResults.Ok(cart);
    }
}
