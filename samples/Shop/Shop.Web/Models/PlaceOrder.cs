using Shop.Domain.Customers;

namespace Shop.Web.Models;

public sealed record PlaceOrder(Guid CartId, int CustomerId, Address DeliverTo, bool Express);
