namespace Shop.Domain.Catalogue;

public sealed record Product(int Id, string Sku, string Name, string Category, Money Price)
{
    public string? Description { get; init; }

    public decimal WeightInKilograms { get; init; }

    public bool IsListed { get; init; } = true;

    /// <summary>The name as it stands in the product's address: lower case, words joined by dashes.</summary>
    public string Slug =>
        string.Join('-', Name.ToLowerInvariant().Split([' ', '/', '&'], StringSplitOptions.RemoveEmptyEntries));
}
