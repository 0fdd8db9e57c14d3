namespace Shop.Domain.Invoices;

public sealed record InvoiceLine(string Text, int Quantity, Money UnitPrice)
{
    public Money Total => UnitPrice * Quantity;
}
