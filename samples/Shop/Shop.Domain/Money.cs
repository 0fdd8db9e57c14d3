namespace Shop.Domain;

/// <summary>An amount in one currency. Arithmetic refuses to mix currencies.</summary>
public readonly record struct Money(decimal Amount, string Currency)
{
    public bool IsZero => Amount == 0m;

    public static Money Zero(string currency) => new(0m, currency);

    public static Money Sum(IEnumerable<Money> amounts, string currency) =>
        amounts.Aggregate(Zero(currency), (total, amount) => total + amount);

    public static Money Min(Money left, Money right) => left.Amount <= right.In(left.Currency) ? left : right;

    public static Money operator +(Money left, Money right) =>
        left with { Amount = left.Amount + right.In(left.Currency) };

    public static Money operator -(Money left, Money right) =>
        left with { Amount = left.Amount - right.In(left.Currency) };

    public static Money operator *(Money price, decimal factor) => price with { Amount = price.Amount * factor };

    /// <summary>Rounded to cents, halves to the even cent, as the tax office wants it.</summary>
    public Money Rounded() => this with { Amount = decimal.Round(Amount, 2, MidpointRounding.ToEven) };

    public override string ToString() => FormattableString.Invariant($"{Amount:0.00} {Currency}");

    private decimal In(string currency) => Currency == currency
        ? Amount
        : throw new InvalidOperationException($"{Currency} cannot be mixed with {currency}.");
}
