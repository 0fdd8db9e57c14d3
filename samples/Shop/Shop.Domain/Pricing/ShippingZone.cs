namespace Shop.Domain.Pricing;

public sealed record ShippingZone(string Name, IReadOnlyList<string> Countries, Money Base, Money PerKilogram)
{
    public Money CostOf(decimal kilograms) => (Base + PerKilogram * decimal.Ceiling(kilograms)).Rounded();
}
