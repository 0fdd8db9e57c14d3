namespace Shop.Domain.Customers;

public sealed record BusinessCustomer(
    int Id, string Name, string Email, Address Address, string Company, string VatNumber)
    : Customer(Id, Name, Email, Address);
