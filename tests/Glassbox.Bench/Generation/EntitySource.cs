namespace Glassbox.Bench.Generation;

/// <summary>A thing's class, its identity, its states, its summary and the conditions on it.</summary>
internal static class EntitySource
{
    /// <summary>The class itself.</summary>
    public static string Class(EntityPlan plan) => $$"""
        using Northgate.Kernel;

        namespace {{plan.Namespace}};

        /// <summary>{{plan.Name}} of {{plan.Area.ToLowerInvariant()}}: {{string.Join(", ", plan.Properties.Select(property => property.Name))}}.</summary>
        public sealed class {{plan.Name}} : Entity<{{plan.Name}}Id>
        {
            private readonly List<{{plan.Name}}Entry> entries = [];

            public {{plan.Name}}({{plan.Name}}Id id, {{string.Join(", ", plan.Properties.Select(property => $"{property.Type} {property.Parameter}"))}})
                : base(id)
            {
        {{Lines(plan.Properties, property => $"        {property.Name} = {Guarded(property)};")}}
            }

        {{Lines(plan.Properties, property => $"    public {property.Type} {property.Name} {{ get; private set; }}\n")}}
            public {{plan.Name}}Status Status { get; private set; } = {{plan.Name}}Status.Draft;

            public IReadOnlyList<{{plan.Name}}Entry> Entries => entries;

            /// <summary>What all entries come to.</summary>
            public decimal Total => entries.Where(entry => !entry.IsVoid).Sum(entry => entry.Quantity * entry.UnitPrice);

            public bool IsOpen => Status is {{plan.Name}}Status.Draft or {{plan.Name}}Status.{{plan.Verbs[0].State}};

            public void AddEntry(string text, int quantity, decimal unitPrice)
            {
                Guard.AtLeast(quantity, 1);
                var position = entries.Count == 0 ? 1 : entries.Max(entry => entry.Position) + 1;
                entries.Add(new {{plan.Name}}Entry(position, Guard.NotBlank(text), quantity, unitPrice));
            }

            public bool RemoveEntry(int position)
            {
                var index = entries.FindIndex(entry => entry.Position == position);
                if (index < 0)
                {
                    return false;
                }

                entries[index] = entries[index] with { IsVoid = true };
                return true;
            }

        {{Lines(plan.Properties.Where(property => property.Type is "string" or "decimal"), property => Change(plan, property))}}
        {{Lines(plan.Verbs, verb => Act(plan, verb.Verb, verb.State))}}
            public override string ToString() => $"{{plan.Name}} {Id} ({Status}, {entries.Count} entries)";
        }
        """;

    /// <summary>Identity, entry, states and summary, in one file as people do with small records.</summary>
    public static string Parts(EntityPlan plan) => $$"""
        namespace {{plan.Namespace}};

        public readonly record struct {{plan.Name}}Id(int Value)
        {
            public static {{plan.Name}}Id Parse(string text) => new(int.Parse(text));

            public override string ToString() => $"{{plan.Name[..1]}}{Value:D7}";
        }

        public sealed record {{plan.Name}}Entry(int Position, string Text, int Quantity, decimal UnitPrice)
        {
            public bool IsVoid { get; init; }

            public decimal Amount => Quantity * UnitPrice;
        }

        public enum {{plan.Name}}Status
        {
            Draft,
        {{Lines(plan.Verbs, verb => $"    {verb.State},")}}
        }

        public sealed record {{plan.Name}}Summary(
            {{plan.Name}}Id Id,
        {{Lines(plan.Properties, property => $"    {property.Type} {property.Name},")}}
            {{plan.Name}}Status Status,
            decimal Total)
        {
            public static {{plan.Name}}Summary Of({{plan.Name}} {{plan.One}}) => new(
                {{plan.One}}.Id,
        {{Lines(plan.Properties, property => $"        {plan.One}.{property.Name},")}}
                {{plan.One}}.Status,
                {{plan.One}}.Total);
        }
        """;

    /// <summary>Conditions and figures over many.</summary>
    public static string Conditions(EntityPlan plan) => $$"""
        using Northgate.Kernel;

        namespace {{plan.Namespace}};

        /// <summary>Conditions on a {{plan.Noun.ToLowerInvariant()}}, and figures over many.</summary>
        public static class {{plan.Name}}Rules
        {
            public static Specification<{{plan.Name}}> Open { get; } = new({{plan.One}} => {{plan.One}}.IsOpen);

        {{Lines(plan.Properties.Where(property => property.Type == "bool"), property => $"    public static Specification<{plan.Name}> {property.Name[2..]} {{ get; }} = new({plan.One} => {plan.One}.{property.Name});\n")}}
        {{Lines(plan.Properties.Where(property => property.Type == "DateTimeOffset"), property => $"    public static Specification<{plan.Name}> {property.Name}Before(DateTimeOffset moment) => new({plan.One} => {plan.One}.{property.Name} < moment);\n")}}
        {{Lines(plan.Properties.Where(property => property.Type == "decimal"), property => Figure(plan, property))}}
            public static IReadOnlyDictionary<string, int> CountBy{{plan.First("string")}}(IEnumerable<{{plan.Name}}> {{plan.Many}}) =>
                {{plan.Many}}.GroupBy({{plan.One}} => {{plan.One}}.{{plan.First("string")}})
                    .OrderByDescending(group => group.Count())
                    .ThenBy(group => group.Key)
                    .ToDictionary(group => group.Key, group => group.Count());

            public static {{plan.Name}}? Largest(IReadOnlyList<{{plan.Name}}> {{plan.Many}})
            {
                {{plan.Name}}? largest = null;
                for (var i = 0; i < {{plan.Many}}.Count; i++)
                {
                    var {{plan.One}} = {{plan.Many}}[i];
                    if (largest is null || {{plan.One}}.Total > largest.Total)
                    {
                        largest = {{plan.One}};
                    }
                }

                return largest;
            }

            public static IEnumerable<string> Problems({{plan.Name}} {{plan.One}})
            {
                if ({{plan.One}}.Entries.Count == 0)
                {
                    yield return "It has no entries.";
                }

        {{Lines(plan.Properties.Where(property => property.Type == "int"), property => $"        if ({plan.One}.{property.Name} > 10_000)\n        {{\n            yield return $\"{property.Name} is {{{plan.One}.{property.Name}}}.\";\n        }}\n")}}
                foreach (var entry in {{plan.One}}.Entries.Where(entry => entry.Amount > {{plan.One}}.{{plan.First("decimal")}}))
                {
                    yield return $"Entry {entry.Position} ({entry.Text}) costs {entry.Amount}.";
                }
            }
        }
        """;

    /// <summary>A template for each of a list, one below the other.</summary>
    internal static string Lines<T>(IEnumerable<T> items, Func<T, string> line) => string.Join('\n', items.Select(line));

    private static string Guarded(PropertyPlan property) => property.Type switch
    {
        "string" => $"Guard.NotBlank({property.Parameter})",
        "decimal" => $"Guard.NotNegative({property.Parameter})",
        "int" => $"Guard.AtLeast({property.Parameter}, 0)",
        _ => property.Parameter,
    };

    private static string Change(EntityPlan plan, PropertyPlan property) => $$"""
            public Result<{{plan.Name}}> Change{{property.Name}}({{property.Type}} {{property.Parameter}}, DateTimeOffset at)
            {
                if (!IsOpen)
                {
                    return Result<{{plan.Name}}>.Fail($"{Id} is {Status}; its {{property.Name}} stays {{{property.Name}}}.");
                }

                {{property.Name}} = {{Guarded(property)}};
                Record(new DomainEvent(Id.ToString(), "{{property.Name}}Changed", at));
                return Result<{{plan.Name}}>.Ok(this);
            }

        """;

    private static string Act(EntityPlan plan, string verb, string state) => $$"""
            public Result<{{plan.Name}}> {{verb}}(string by, DateTimeOffset at)
            {
                if (Status == {{plan.Name}}Status.{{state}})
                {
                    return Result<{{plan.Name}}>.Fail($"{Id} was {Status} already.");
                }

                Status = {{plan.Name}}Status.{{state}};
                Record(new DomainEvent(Id.ToString(), $"{{state}} by {by}", at));
                return Result<{{plan.Name}}>.Ok(this);
            }

        """;

    private static string Figure(EntityPlan plan, PropertyPlan property) => $$"""
            public static decimal Sum{{property.Name}}(IEnumerable<{{plan.Name}}> {{plan.Many}}) =>
                {{plan.Many}}.Where({{plan.One}} => {{plan.One}}.IsOpen).Sum({{plan.One}} => {{plan.One}}.{{property.Name}});

            public static decimal Average{{property.Name}}(IReadOnlyCollection<{{plan.Name}}> {{plan.Many}}) =>
                {{plan.Many}}.Count == 0 ? 0 : {{plan.Many}}.WeightedBy({{plan.One}} => {{plan.One}}.{{property.Name}}, {{plan.One}} => {{plan.One}}.Total);

        """;
}
