namespace Glassbox.Bench.Generation;

/// <summary>What every generated project stands on: results, pages, entities, specifications, caches.</summary>
internal static class KernelSource
{
    /// <summary>File names and texts.</summary>
    public static IEnumerable<(string Path, string Text)> Files() =>
        Text.Split("//- ", StringSplitOptions.RemoveEmptyEntries).Select(part => (part[..part.IndexOf('\n')].Trim(), part[(part.IndexOf('\n') + 1)..]));

    private const string Text = """
        //- Result.cs
        namespace Northgate.Kernel;

        /// <summary>An outcome that may be a refusal with its reason.</summary>
        public readonly record struct Result<T>(T? Value, string? Error)
            where T : class
        {
            public bool IsFailure => Error is not null;

            public static Result<T> Ok(T value) => new(value, null);

            public static Result<T> Fail(string error) => new(null, error);

            public Result<TOther> Then<TOther>(Func<T, Result<TOther>> next)
                where TOther : class =>
                Value is { } value ? next(value) : Result<TOther>.Fail(Error ?? "Nothing to go on with.");

            public T OrElse(T other) => Value ?? other;
        }
        //- Entity.cs
        namespace Northgate.Kernel;

        /// <summary>Something with an identity, which changes over time.</summary>
        public abstract class Entity<TId>(TId id)
            where TId : struct, IEquatable<TId>
        {
            private readonly List<DomainEvent> events = [];

            public TId Id { get; } = id;

            public DateTimeOffset CreatedAt { get; init; }

            public DateTimeOffset? ChangedAt { get; private set; }

            public IReadOnlyList<DomainEvent> Events => events;

            public void ClearEvents() => events.Clear();

            protected void Record(DomainEvent happened)
            {
                events.Add(happened);
                ChangedAt = happened.At;
            }
        }
        //- DomainEvent.cs
        namespace Northgate.Kernel;

        /// <summary>Something that happened.</summary>
        public record DomainEvent(string Subject, string Name, DateTimeOffset At);
        //- Page.cs
        namespace Northgate.Kernel;

        /// <summary>A part of a long list.</summary>
        public sealed record Page(int Number, int Size)
        {
            public static Page First { get; } = new(0, 50);

            public int Skip => Number * Size;

            public Page Next() => this with { Number = Number + 1 };
        }
        //- Guard.cs
        using System.Runtime.CompilerServices;

        namespace Northgate.Kernel;

        /// <summary>Refuses arguments that make no sense.</summary>
        public static class Guard
        {
            public static string NotBlank(string value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
                string.IsNullOrWhiteSpace(value) ? throw new ArgumentException("Must not be blank.", name) : value.Trim();

            public static decimal NotNegative(decimal value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
                value < 0 ? throw new ArgumentOutOfRangeException(name, value, "Must not be negative.") : value;

            public static int AtLeast(int value, int least, [CallerArgumentExpression(nameof(value))] string? name = null) =>
                value < least ? throw new ArgumentOutOfRangeException(name, value, $"Must be at least {least}.") : value;
        }
        //- IRepository.cs
        namespace Northgate.Kernel;

        /// <summary>Where entities are kept.</summary>
        public interface IRepository<TEntity, TId>
            where TEntity : Entity<TId>
            where TId : struct, IEquatable<TId>
        {
            Task<TEntity?> FindAsync(TId id, CancellationToken cancellationToken);

            Task<IReadOnlyList<TEntity>> ListAsync(Page page, CancellationToken cancellationToken);

            Task SaveAsync(TEntity entity, CancellationToken cancellationToken);
        }
        //- IEventBus.cs
        namespace Northgate.Kernel;

        /// <summary>Tells others what happened.</summary>
        public interface IEventBus
        {
            Task PublishAsync(DomainEvent happened, CancellationToken cancellationToken);
        }
        //- Specification.cs
        using System.Linq.Expressions;

        namespace Northgate.Kernel;

        /// <summary>A condition that can be combined.</summary>
        public sealed class Specification<T>(Expression<Func<T, bool>> condition)
        {
            private readonly Lazy<Func<T, bool>> compiled = new(condition.Compile);

            public Expression<Func<T, bool>> Condition { get; } = condition;

            public bool IsMetBy(T candidate) => compiled.Value(candidate);

            public IEnumerable<T> Among(IEnumerable<T> candidates) => candidates.Where(IsMetBy);

            public Specification<T> And(Specification<T> other) => new(candidate => IsMetBy(candidate) && other.IsMetBy(candidate));

            public Specification<T> Or(Specification<T> other) => new(candidate => IsMetBy(candidate) || other.IsMetBy(candidate));
        }
        //- TimedCache.cs
        using System.Collections.Concurrent;

        namespace Northgate.Kernel;

        /// <summary>Keeps what was costly to get, for a while.</summary>
        public sealed class TimedCache<TKey, TValue>(TimeProvider clock, TimeSpan lifetime)
            where TKey : notnull
        {
            private readonly ConcurrentDictionary<TKey, (TValue Value, DateTimeOffset At)> entries = new();

            public int Count => entries.Count;

            public async Task<TValue> GetAsync(TKey key, Func<TKey, CancellationToken, Task<TValue>> load, CancellationToken cancellationToken)
            {
                if (entries.TryGetValue(key, out var entry) && clock.GetUtcNow() - entry.At < lifetime)
                {
                    return entry.Value;
                }

                var value = await load(key, cancellationToken);
                entries[key] = (value, clock.GetUtcNow());
                return value;
            }

            public void Forget(TKey key) => entries.TryRemove(key, out _);
        }
        //- Database.cs
        using System.Data.Common;

        namespace Northgate.Kernel;

        /// <summary>Opens connections.</summary>
        public sealed class Database(DbProviderFactory factory, string connectionString)
        {
            public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
            {
                var connection = factory.CreateConnection() ?? throw new InvalidOperationException("The provider makes no connections.");
                connection.ConnectionString = connectionString;
                await connection.OpenAsync(cancellationToken);
                return connection;
            }
        }
        //- CommandExtensions.cs
        using System.Data.Common;

        namespace Northgate.Kernel;

        public static class CommandExtensions
        {
            public static void Bind(this DbCommand command, string name, object? value)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                parameter.Value = value ?? DBNull.Value;
                command.Parameters.Add(parameter);
            }
        }
        //- SequenceExtensions.cs
        namespace Northgate.Kernel;

        public static class SequenceExtensions
        {
            public static IEnumerable<(T Item, int Index)> Numbered<T>(this IEnumerable<T> items) => items.Select((item, index) => (item, index));

            public static decimal WeightedBy<T>(this IEnumerable<T> items, Func<T, decimal> value, Func<T, decimal> weight)
            {
                var (sum, weights) = (0m, 0m);
                foreach (var item in items)
                {
                    sum += value(item) * weight(item);
                    weights += weight(item);
                }

                return weights == 0 ? 0 : sum / weights;
            }

            public static Dictionary<TKey, List<T>> Buckets<T, TKey>(this IEnumerable<T> items, Func<T, TKey> key)
                where TKey : notnull
            {
                var buckets = new Dictionary<TKey, List<T>>();
                foreach (var item in items)
                {
                    if (!buckets.TryGetValue(key(item), out var bucket))
                    {
                        buckets[key(item)] = bucket = [];
                    }

                    bucket.Add(item);
                }

                return buckets;
            }
        }
        """;
}
