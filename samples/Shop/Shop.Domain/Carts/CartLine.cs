using Shop.Domain.Catalogue;

namespace Shop.Domain.Carts;

public sealed record CartLine(Product Product, int Quantity)
{
    public Money Total => Product.Price * Quantity;

    public decimal WeightInKilograms => Product.WeightInKilograms * Quantity;
}
