namespace Shop.Domain.Inventory;

public sealed record ReorderLine(int Rank, string Sku, int Quantity);
