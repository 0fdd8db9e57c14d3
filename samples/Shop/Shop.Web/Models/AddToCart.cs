namespace Shop.Web.Models;

public sealed record AddToCart(int ProductId, int Quantity);
