namespace Glassbox.Bench.Generation;

/// <summary>A property of a thing.</summary>
/// <param name="Type">As C# writes it.</param>
/// <param name="Name">Its name.</param>
internal sealed record PropertyPlan(string Type, string Name)
{
    /// <summary>As a parameter.</summary>
    public string Parameter => char.ToLowerInvariant(Name[0]) + Name[1..];

    /// <summary>Its column.</summary>
    public string Column => string.Concat(Name.Select((letter, index) => char.IsUpper(letter) && index > 0 ? "_" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}

/// <summary>One thing of the business, and all that is written about it.</summary>
/// <param name="Area">The area that it belongs to.</param>
/// <param name="Name">Its class.</param>
/// <param name="Noun">The last word of its name.</param>
/// <param name="Properties">Its data.</param>
/// <param name="Verbs">What can be done to it.</param>
/// <param name="Related">A thing of another area that its service works with, or null.</param>
internal sealed record EntityPlan(
    string Area, string Name, string Noun, IReadOnlyList<PropertyPlan> Properties, IReadOnlyList<(string Verb, string State)> Verbs, EntityPlan? Related)
{
    /// <summary>Its namespace.</summary>
    public string Namespace => $"Northgate.{Area}.{Noun}s";

    /// <summary>A local variable that holds one.</summary>
    public string One => "the" + Noun;

    /// <summary>A local variable that holds several.</summary>
    public string Many => char.ToLowerInvariant(Noun[0]) + Noun[1..] + "s";

    /// <summary>Its table.</summary>
    public string Table => new PropertyPlan("", Name).Column;

    /// <summary>The first property of a type.</summary>
    public string First(string type) => Properties.First(property => property.Type == type).Name;

    /// <summary>The last property of a type.</summary>
    public string Last(string type) => Properties.Last(property => property.Type == type).Name;
}
