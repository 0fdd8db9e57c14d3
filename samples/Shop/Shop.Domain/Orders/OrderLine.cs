namespace Shop.Domain.Orders;

public sealed record OrderLine(int ProductId, string Name, int Quantity, Money UnitPrice)
{
    public Money Total => UnitPrice * Quantity;
}
