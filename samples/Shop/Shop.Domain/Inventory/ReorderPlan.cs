namespace Shop.Domain.Inventory;

public static class ReorderPlan
{
    /// <summary>What to order from suppliers, the scarcest first, numbered from one.</summary>
    public static IReadOnlyList<ReorderLine> For(IEnumerable<StockLevel> levels)
    {
        var urgent = levels.Where(level => level.IsLow).OrderBy(level => level.Available).ToList();
        var lines = new List<ReorderLine>(urgent.Count);
        for (var rank = 1; rank <= urgent.Count; rank++)
        {
            var level = urgent[rank - 1];
            lines.Add(new ReorderLine(rank, level.Sku, level.Missing));
        }

        return lines;
    }
}
