using Shop.Domain.Carts;

namespace Shop.Domain.Pricing;

public sealed class VoucherDiscount(IReadOnlyCollection<Voucher> vouchers) : IDiscount
{
    public string Name => "Voucher";

    public Money AmountOff(Cart cart, DateOnly today)
    {
        var voucher = vouchers.FirstOrDefault(voucher => voucher.Code == cart.VoucherCode);
        return voucher is not null && voucher.IsValidOn(today)
            ? Money.Min(voucher.Value, cart.Subtotal)
            : Money.Zero(cart.Currency);
    }
}
