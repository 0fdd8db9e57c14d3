using Shop.Domain.Carts;

namespace Shop.Domain.Pricing;

/// <summary>The more of one product, the cheaper each. Tiers stand in ascending order of quantity.</summary>
public sealed class QuantityDiscount(IReadOnlyList<QuantityTier> tiers) : IDiscount
{
    public string Name => "Quantity discount";

    public Money AmountOff(Cart cart, DateOnly today)
    {
        var off = Money.Zero(cart.Currency);
        foreach (var line in cart.Lines)
        {
            off += line.Total * (PercentFor(line.Quantity) / 100m);
        }

        return off.Rounded();
    }

    /// <summary>How many more of the product the customer must take to reach the next tier.</summary>
    public int? MissingToNextTier(int quantity)
    {
        for (var i = 0; i <= tiers.Count - 1; i++)
        {
            if (tiers[i].FromQuantity > quantity)
            {
                return tiers[i].FromQuantity - quantity;
            }
        }

        return null;
    }

    private decimal PercentFor(int quantity)
    {
        var percent = 0m;
        for (var i = 0; i <= tiers.Count; i++)
        {
            var tier = tiers[i];
            if (tier.FromQuantity > quantity)
            {
                break;
            }

            percent = tier.Percent;
        }

        return percent;
    }
}
