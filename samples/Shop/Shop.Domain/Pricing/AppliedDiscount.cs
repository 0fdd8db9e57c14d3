namespace Shop.Domain.Pricing;

public sealed record AppliedDiscount(string Name, Money Amount);
