using Shop.Domain.Carts;

namespace Shop.Domain.Pricing;

/// <summary>A sale: so many percent off everything in one category.</summary>
public sealed class CategoryDiscount(string name, string category, decimal percent) : IDiscount
{
    public string Name { get; } = name;

    public Money AmountOff(Cart cart, DateOnly today)
    {
        var eligible = cart.Lines.Where(line => line.Product.Category == category).Select(line => line.Total);
        return (Money.Sum(eligible, cart.Currency) * (percent / 100m)).Rounded();
    }
}
