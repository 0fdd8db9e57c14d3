namespace Shop.Domain.Catalogue;

public enum ProductSort
{
    Name,
    PriceAscending,
    PriceDescending,
    Newest,
}
