using Shop.Domain.Carts;

namespace Shop.Domain.Pricing;

public interface IDiscount
{
    string Name { get; }

    /// <summary>What the discount takes off the cart's subtotal; zero when it does not apply.</summary>
    Money AmountOff(Cart cart, DateOnly today);
}
