namespace Shop.Domain.Inventory;

public sealed record StockLevel(int ProductId, string Sku, int OnHand, int Reserved, int ReorderPoint)
{
    public int Available => OnHand - Reserved;

    public bool IsLow => Available <= ReorderPoint;

    public int Missing => Math.Max(0, (2 * ReorderPoint) - Available);
}
