using Shop.Domain.Carts;
using Shop.Domain.Customers;

namespace Shop.Domain.Pricing;

public sealed class PriceCalculator(IEnumerable<IDiscount> discounts, TaxTable taxes, ShippingRates shippingRates)
{
    public PriceBreakdown Calculate(Cart cart, Address destination, DateOnly today, bool express = false)
    {
        var subtotal = cart.Subtotal;
        var applied = discounts
            .Select(discount => new AppliedDiscount(discount.Name, discount.AmountOff(cart, today)))
            .Where(discount => !discount.Amount.IsZero)
            .ToList();

        // Discounts may add up to more than the goods are worth; shipping is never given away.
        var off = Money.Min(Money.Sum(applied.Select(discount => discount.Amount), cart.Currency), subtotal);
        var shipping = express
            ? shippingRates.ExpressCostTo(destination.Country, cart.WeightInKilograms)
            : shippingRates.CostTo(destination.Country, cart.WeightInKilograms);
        var net = subtotal - off + shipping;
        var tax = taxes.TaxOn(net, destination.Country);
        return new PriceBreakdown(subtotal, applied, shipping, tax, net + tax);
    }
}
