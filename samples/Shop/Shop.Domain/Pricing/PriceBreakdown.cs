namespace Shop.Domain.Pricing;

public sealed record PriceBreakdown(
    Money Subtotal, IReadOnlyList<AppliedDiscount> Discounts, Money Shipping, Money Tax, Money Total);
