#nullable disable

namespace Shop.Domain.Pricing;

public sealed class ShippingRates
{
    private readonly List<ShippingZone> zones;
    private readonly ShippingZone restOfWorld;

    public ShippingRates(IEnumerable<ShippingZone> zones, ShippingZone restOfWorld)
    {
        this.zones = [.. zones];
        this.restOfWorld = restOfWorld;
    }

    public Money CostTo(string country, decimal kilograms)
    {
        var zone = zones.FirstOrDefault(zone => zone.Countries.Contains(country)) ?? restOfWorld;
        return zone.CostOf(kilograms);
    }

    /// <summary>What an express parcel costs: the zone's price and half as much again.</summary>
    public Money ExpressCostTo(string country, decimal kilograms)
    {
        var zone = zones.FirstOrDefault(zone => zone.Countries.Contains(country));
        var standard = zone.CostOf(kilograms);
        return (standard * 1.5m).Rounded();
    }

    public string NameOf(string country)
    {
        var zone = zones.FirstOrDefault(zone => zone.Countries.Contains(country));
        return zone == null ? "Rest of the world" : zone.Name;
    }

    public bool Serves(string country)
    {
        var served = zones.FirstOrDefault(zone => zone.Countries.Contains(country))?.Countries.Count;
        return served > 0;
    }
}
