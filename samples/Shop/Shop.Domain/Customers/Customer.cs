namespace Shop.Domain.Customers;

public record Customer(int Id, string Name, string Email, Address Address)
{
    public string PasswordHash { get; init; } = "";

    public string? LoyaltyNumber { get; init; }

    public string? Note { get; init; }
}
