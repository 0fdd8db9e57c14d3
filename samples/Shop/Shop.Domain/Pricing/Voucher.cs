namespace Shop.Domain.Pricing;

public sealed record Voucher(string Code, Money Value, DateOnly ValidFrom, DateOnly ValidTo)
{
    public bool IsValidOn(DateOnly day) => ValidFrom <= day && day <= ValidTo;
}
