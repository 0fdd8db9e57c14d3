namespace Shop.Domain.Pricing;

public sealed record QuantityTier(int FromQuantity, decimal Percent);
