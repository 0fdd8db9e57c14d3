namespace Shop.Domain.Pricing;

public sealed class TaxTable(IReadOnlyDictionary<string, decimal> percentByCountry, decimal defaultPercent)
{
    public Money TaxOn(Money net, string country)
    {
        var percent = percentByCountry.TryGetValue(country, out var known) ? known : defaultPercent;
        return (net * (percent / 100m)).Rounded();
    }
}
