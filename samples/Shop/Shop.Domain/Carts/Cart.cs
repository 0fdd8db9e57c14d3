using Shop.Domain.Catalogue;

namespace Shop.Domain.Carts;

public sealed class Cart(Guid id, string currency)
{
    private readonly List<CartLine> lines = [];

    public Guid Id { get; } = id;

    public string Currency { get; } = currency;

    public string? VoucherCode { get; private set; }

    public IReadOnlyList<CartLine> Lines => lines;

    public bool IsEmpty => lines.Count == 0;

    public Money Subtotal => Money.Sum(lines.Select(line => line.Total), Currency);

    public decimal WeightInKilograms => lines.Sum(line => line.WeightInKilograms);

    public void Add(Product product, int quantity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(quantity);

        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Product.Id == product.Id)
            {
                lines[i] = lines[i] with { Quantity = lines[i].Quantity + quantity };
                return;
            }
        }

        lines.Add(new CartLine(product, quantity));
    }

    public bool ChangeQuantity(int productId, int quantity)
    {
        var line = lines.FirstOrDefault(line => line.Product.Id == productId);
        if (line is null)
        {
            return false;
        }

        if (quantity <= 0)
        {
            return lines.Remove(line);
        }

        lines[lines.IndexOf(line)] = line with { Quantity = quantity };
        return true;
    }

    /// <summary>Takes out what is no longer sold and says which products those were.</summary>
    public IReadOnlyList<Product> RemoveUnlisted()
    {
        var removed = new List<Product>();
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (!lines[i].Product.IsListed)
            {
                removed.Add(lines[i].Product);
                lines.RemoveAt(i);
            }
        }

        return removed;
    }

    public void UseVoucher(string code) => VoucherCode = code.Trim().ToUpperInvariant();
}
