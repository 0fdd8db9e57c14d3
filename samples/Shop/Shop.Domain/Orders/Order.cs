using Shop.Domain.Carts;
using Shop.Domain.Pricing;

namespace Shop.Domain.Orders;

public sealed class Order
{
    private readonly List<OrderLine> lines;

    public Order(string number, int customerId, DateTimeOffset placedAt, IEnumerable<OrderLine> lines, Money total)
    {
        Number = number;
        CustomerId = customerId;
        PlacedAt = placedAt;
        Total = total;
        this.lines = [.. lines];
    }

    public string Number { get; }

    public int CustomerId { get; }

    public DateTimeOffset PlacedAt { get; }

    public Money Total { get; }

    public OrderStatus Status { get; init; }

    public IReadOnlyList<OrderLine> Lines => lines;

    public static Order From(Cart cart, PriceBreakdown price, string number, int customerId, DateTimeOffset placedAt)
    {
        if (cart.IsEmpty)
        {
            throw new InvalidOperationException("An empty cart cannot be ordered.");
        }

        var lines = cart.Lines.Select(line =>
            new OrderLine(line.Product.Id, line.Product.Name, line.Quantity, line.Product.Price));
        return new Order(number, customerId, placedAt, lines, price.Total);
    }

    public Order Ship() => Status is OrderStatus.Paid
        ? With(OrderStatus.Shipped)
        : throw new InvalidOperationException($"Order {Number} is {Status} and cannot be shipped.");

    public Order Cancel() => Status is OrderStatus.Placed or OrderStatus.Paid
        ? With(OrderStatus.Cancelled)
        : throw new InvalidOperationException($"Order {Number} is {Status} and cannot be cancelled.");

    private Order With(OrderStatus status) => new(Number, CustomerId, PlacedAt, lines, Total) { Status = status };
}
