namespace Shop.Domain.Customers;

public sealed record Address(string Street, string PostalCode, string City, string Country);
