using static Glassbox.Bench.Generation.EntitySource;

namespace Glassbox.Bench.Generation;

/// <summary>What is done with a thing: a service, a report over it and what it has to do with a thing of another area.</summary>
internal static class ServiceSource
{
    /// <summary>The service.</summary>
    public static string Service(EntityPlan plan) => $$"""
        using Northgate.Kernel;

        namespace {{plan.Namespace}};

        public sealed class {{plan.Name}}Service(I{{plan.Name}}Repository {{plan.Many}}, IEventBus events, TimeProvider clock)
        {
            private readonly TimedCache<{{plan.Name}}Id, {{plan.Name}}?> cache = new(clock, TimeSpan.FromMinutes({{1 + plan.Properties.Count}}));

            public async Task<{{plan.Name}}Summary?> SummarizeAsync({{plan.Name}}Id id, CancellationToken cancellationToken)
            {
                var {{plan.One}} = await cache.GetAsync(id, {{plan.Many}}.FindAsync, cancellationToken);
                return {{plan.One}} is null ? null : {{plan.Name}}Summary.Of({{plan.One}});
            }

            public async Task<IReadOnlyList<{{plan.Name}}Summary>> SearchAsync(string text, Page page, CancellationToken cancellationToken)
            {
                var candidates = await {{plan.Many}}.ListAsync(page, cancellationToken);
                var summaries =
                    from {{plan.One}} in candidates
                    where {{plan.One}}.{{plan.First("string")}}.Contains(text, StringComparison.OrdinalIgnoreCase)
                    orderby {{plan.One}}.{{plan.First("DateTimeOffset")}} descending, {{plan.One}}.{{plan.First("int")}}
                    select {{plan.Name}}Summary.Of({{plan.One}});
                return summaries.ToList();
            }

        {{Lines(plan.Verbs, verb => Act(plan, verb.Verb))}}
            public async Task<int> ImportAsync(IAsyncEnumerable<{{plan.Name}}> incoming, CancellationToken cancellationToken)
            {
                var imported = 0;
                await foreach (var {{plan.One}} in incoming.WithCancellation(cancellationToken))
                {
                    var problems = {{plan.Name}}Rules.Problems({{plan.One}}).ToList();
                    if (problems.Count > 0)
                    {
                        var happened = new DomainEvent({{plan.One}}.Id.ToString(), string.Join(' ', problems), clock.GetUtcNow());
                        await events.PublishAsync(happened, cancellationToken);
                        continue;
                    }

                    await {{plan.Many}}.SaveAsync({{plan.One}}, cancellationToken);
                    cache.Forget({{plan.One}}.Id);
                    imported++;
                }

                return imported;
            }

            private async Task PublishAllAsync({{plan.Name}} {{plan.One}}, CancellationToken cancellationToken)
            {
                var pending = {{plan.One}}.Events.ToList();
                {{plan.One}}.ClearEvents();
                foreach (var happened in pending)
                {
                    await events.PublishAsync(happened, cancellationToken);
                }
            }
        }
        """;

    /// <summary>A report over many, and over what belongs to them elsewhere.</summary>
    public static string Report(EntityPlan plan) => plan.Related is { } related ? $$"""
        using Northgate.Kernel;
        using {{related.Namespace}};

        namespace {{plan.Namespace}};

        public sealed record {{plan.Name}}Line(string {{plan.First("string")}}, int Count, decimal {{plan.First("decimal")}}, decimal {{related.Name}}{{related.First("decimal")}});

        /// <summary>Sets {{plan.Name}} against {{related.Name}}.</summary>
        public sealed class {{plan.Name}}Report(I{{plan.Name}}Repository {{plan.Many}}, I{{related.Name}}Repository related)
        {
            public async Task<IReadOnlyList<{{plan.Name}}Line>> LinesAsync(Page page, CancellationToken cancellationToken)
            {
                var listing = {{plan.Many}}.ListAsync(page, cancellationToken);
                var listingRelated = related.ListAsync(Page.First, cancellationToken);
                await Task.WhenAll(listing, listingRelated);

                var others = (await listingRelated).Buckets(other => other.{{related.First("string")}});
                var lines = new List<{{plan.Name}}Line>();
                foreach (var (key, bucket) in (await listing).Buckets({{plan.One}} => {{plan.One}}.{{plan.First("string")}}))
                {
                    var own = bucket.Sum({{plan.One}} => {{plan.One}}.{{plan.First("decimal")}});
                    var foreign = others.TryGetValue(key, out var matching) ? matching.Sum(other => other.{{related.Last("decimal")}}) : 0m;
                    lines.Add(new {{plan.Name}}Line(key, bucket.Count, own, foreign));
                }

                return lines.OrderByDescending(line => line.{{plan.First("decimal")}}).ToList();
            }

            public async Task<{{related.Name}}?> LatestRelatedAsync({{plan.Name}} {{plan.One}}, CancellationToken cancellationToken)
            {
                var candidates = await related.ListBy{{related.First("string")}}Async({{plan.One}}.{{plan.Last("string")}}, cancellationToken);
                return candidates
                    .Where(candidate => candidate.{{related.First("DateTimeOffset")}} <= {{plan.One}}.{{plan.Last("DateTimeOffset")}})
                    .OrderBy(candidate => candidate.{{related.First("DateTimeOffset")}})
                    .LastOrDefault();
            }

            public static string Describe({{plan.Name}}Line line) => line switch
            {
                { Count: 0 } => "nothing",
                { Count: 1 } => $"one, {line.{{plan.First("decimal")}}:N2}",
                { {{related.Name}}{{related.First("decimal")}}: 0 } => $"{line.Count}, nothing against it",
                _ => $"{line.Count}, {line.{{plan.First("decimal")}}:N2} against {line.{{related.Name}}{{related.First("decimal")}}:N2}",
            };
        }
        """ : $$"""
        using Northgate.Kernel;

        namespace {{plan.Namespace}};

        /// <summary>Figures over {{plan.Name}}.</summary>
        public sealed class {{plan.Name}}Report(I{{plan.Name}}Repository {{plan.Many}})
        {
            public async Task<decimal> TotalAsync(CancellationToken cancellationToken)
            {
                var (total, page) = (0m, Page.First);
                while (await {{plan.Many}}.ListAsync(page, cancellationToken) is { Count: > 0 } part)
                {
                    total += {{plan.Name}}Rules.Sum{{plan.First("decimal")}}(part);
                    page = page.Next();
                }

                return total;
            }
        }
        """;

    /// <summary>Pure figures of an area in one long file, as every code base has some.</summary>
    public static string Formulas(string area, IReadOnlyList<EntityPlan> plans, Dice dice) => $$"""
        {{Lines(plans.Select(plan => plan.Namespace).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), name => $"using {name};")}}

        namespace Northgate.{{area}};

        /// <summary>Every formula of {{area.ToLowerInvariant()}} in one place.</summary>
        public static class {{area}}Formulas
        {
        {{Lines(plans.SelectMany(plan => plan.Properties.Where(property => property.Type == "decimal"), (plan, property) => (plan, property)), pair => Formula(pair.plan, pair.property, dice))}}
        }
        """;

    private static string Formula(EntityPlan plan, PropertyPlan property, Dice dice) => $$"""
            public static decimal {{plan.Name}}{{property.Name}}({{plan.Name}} {{plan.One}}, int months)
            {
                var value = {{plan.One}}.{{property.Name}};
                for (var month = 0; month < months; month++)
                {
                    var share = month % {{2 + dice.Next(10)}} == 0 ? 0.{{1 + dice.Next(8)}}m : 1m;
                    value += {{plan.One}}.Total * share / {{3 + dice.Next(40)}};
                    if (value > {{1 + dice.Next(90)}}_000m || {{plan.One}}.{{plan.First("int")}} < month)
                    {
                        break;
                    }
                }

                return decimal.Round(value, {{dice.Next(4)}});
            }

        """;

    private static string Act(EntityPlan plan, string verb) => $$"""
            public async Task<Result<{{plan.Name}}>> {{verb}}Async({{plan.Name}}Id id, string by, CancellationToken cancellationToken)
            {
                var {{plan.One}} = await {{plan.Many}}.FindAsync(id, cancellationToken);
                if ({{plan.One}} is null)
                {
                    return Result<{{plan.Name}}>.Fail($"There is no {id}.");
                }

                var outcome = {{plan.One}}.{{verb}}(by, clock.GetUtcNow());
                if (outcome.IsFailure)
                {
                    return outcome;
                }

                await PublishAllAsync({{plan.One}}, cancellationToken);
                await {{plan.Many}}.SaveAsync({{plan.One}}, cancellationToken);
                cache.Forget(id);
                return outcome;
            }

        """;
}
