using Shop.Domain.Orders;

namespace Shop.Domain.Invoices;

public sealed record Invoice(
    int Id, string Number, string OrderNumber, DateOnly IssuedOn, IReadOnlyList<InvoiceLine> Lines)
{
    public int DaysToPay { get; init; } = 14;

    public DateOnly DueOn => IssuedOn.AddDays(DaysToPay);

    public Money Total(string currency) => Money.Sum(Lines.Select(line => line.Total), currency);

    public static Invoice For(Order order, int id, DateOnly issuedOn)
    {
        var lines = order.Lines.Select(line => new InvoiceLine(line.Name, line.Quantity, line.UnitPrice));
        return new Invoice(id, $"{issuedOn.Year}-{id:D6}", order.Number, issuedOn, [.. lines]);
    }
}
