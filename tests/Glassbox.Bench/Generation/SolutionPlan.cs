namespace Glassbox.Bench.Generation;

/// <summary>Which things there are, decided by dice.</summary>
internal static class SolutionPlan
{
    /// <summary>Things without end, one area after the other; each may work with things of earlier areas.</summary>
    public static IEnumerable<EntityPlan> Draw(Dice dice)
    {
        var byArea = Vocabulary.Areas.ToDictionary(area => area.Area, _ => new List<EntityPlan>(), StringComparer.Ordinal);
        for (var round = 0; round < Vocabulary.Qualifiers.Length * Vocabulary.Areas[0].Nouns.Length; round++)
        {
            for (var area = 0; area < Vocabulary.Areas.Length; area++)
            {
                var (name, nouns) = Vocabulary.Areas[area];
                var noun = nouns[round % nouns.Length];
                var qualifier = Vocabulary.Qualifiers[((round / nouns.Length) + area) % Vocabulary.Qualifiers.Length];
                var earlier = References(area).SelectMany(index => byArea[Vocabulary.Areas[index].Area]).ToArray();
                var entity = new EntityPlan(name, qualifier + noun, noun, Properties(dice), dice.Some(Vocabulary.Verbs, 2 + dice.Next(3)), earlier.Length == 0 ? null : dice.Of(earlier));
                byArea[name].Add(entity);
                yield return entity;
            }
        }
    }

    /// <summary>The earlier areas that an area's project refers to, by index.</summary>
    public static IEnumerable<int> References(int area) => new[] { area - 1, area - 3, area / 2 }.Where(index => index >= 0 && index < area).Distinct();

    private static PropertyPlan[] Properties(Dice dice) =>
    [
        .. dice.Some(Vocabulary.Texts, 2 + dice.Next(4)).Select(name => new PropertyPlan("string", name)),
        .. dice.Some(Vocabulary.Amounts, 2 + dice.Next(3)).Select(name => new PropertyPlan("decimal", name)),
        .. dice.Some(Vocabulary.Numbers, 1 + dice.Next(3)).Select(name => new PropertyPlan("int", name)),
        .. dice.Some(Vocabulary.Moments, 1 + dice.Next(3)).Select(name => new PropertyPlan("DateTimeOffset", name)),
        .. dice.Some(Vocabulary.Flags, 1 + dice.Next(2)).Select(name => new PropertyPlan("bool", name)),
    ];
}
