using static Glassbox.Bench.Generation.EntitySource;

namespace Glassbox.Bench.Generation;

/// <summary>How a thing is kept: an interface, one in memory, one in a database.</summary>
internal static class StorageSource
{
    /// <summary>The interface.</summary>
    public static string Interface(EntityPlan plan) => $$"""
        using Northgate.Kernel;

        namespace {{plan.Namespace}};

        public interface I{{plan.Name}}Repository : IRepository<{{plan.Name}}, {{plan.Name}}Id>
        {
            Task<IReadOnlyList<{{plan.Name}}>> ListBy{{plan.First("string")}}Async(string {{Parameter(plan.First("string"))}}, CancellationToken cancellationToken);

            Task<int> CountAsync({{plan.Name}}Status status, CancellationToken cancellationToken);
        }
        """;

    /// <summary>The one in memory.</summary>
    public static string InMemory(EntityPlan plan) => $$"""
        using System.Collections.Concurrent;
        using Northgate.Kernel;

        namespace {{plan.Namespace}};

        public sealed class InMemory{{plan.Name}}Repository : I{{plan.Name}}Repository
        {
            private readonly ConcurrentDictionary<{{plan.Name}}Id, {{plan.Name}}> {{plan.Many}} = new();

            public Task<{{plan.Name}}?> FindAsync({{plan.Name}}Id id, CancellationToken cancellationToken) =>
                Task.FromResult({{plan.Many}}.GetValueOrDefault(id));

            public Task<IReadOnlyList<{{plan.Name}}>> ListAsync(Page page, CancellationToken cancellationToken)
            {
                IReadOnlyList<{{plan.Name}}> part = {{plan.Many}}.Values.OrderBy({{plan.One}} => {{plan.One}}.Id.Value).Skip(page.Skip).Take(page.Size).ToList();
                return Task.FromResult(part);
            }

            public Task<IReadOnlyList<{{plan.Name}}>> ListBy{{plan.First("string")}}Async(string {{Parameter(plan.First("string"))}}, CancellationToken cancellationToken)
            {
                IReadOnlyList<{{plan.Name}}> matching = {{plan.Many}}.Values
                    .Where({{plan.One}} => string.Equals({{plan.One}}.{{plan.First("string")}}, {{Parameter(plan.First("string"))}}, StringComparison.OrdinalIgnoreCase))
                    .ToList();
                return Task.FromResult(matching);
            }

            public Task<int> CountAsync({{plan.Name}}Status status, CancellationToken cancellationToken) =>
                Task.FromResult({{plan.Many}}.Values.Count({{plan.One}} => {{plan.One}}.Status == status));

            public Task SaveAsync({{plan.Name}} entity, CancellationToken cancellationToken)
            {
                {{plan.Many}}[entity.Id] = entity;
                entity.ClearEvents();
                return Task.CompletedTask;
            }
        }
        """;

    /// <summary>The one in a database.</summary>
    public static string InDatabase(EntityPlan plan) => $$""""
        using System.Data.Common;
        using Northgate.Kernel;

        namespace {{plan.Namespace}};

        public sealed class Sql{{plan.Name}}Repository(Database database) : I{{plan.Name}}Repository
        {
            private const string Columns = "id, {{string.Join(", ", plan.Properties.Select(property => property.Column))}}";

            public async Task<{{plan.Name}}?> FindAsync({{plan.Name}}Id id, CancellationToken cancellationToken)
            {
                await using var connection = await database.OpenAsync(cancellationToken);
                await using var command = connection.CreateCommand();
                command.CommandText = $"SELECT {Columns} FROM {{plan.Table}} WHERE id = @id";
                command.Bind("@id", id.Value);
                var found = await ReadAllAsync(command, cancellationToken);
                return found.Count == 0 ? null : found[0];
            }

            public async Task<IReadOnlyList<{{plan.Name}}>> ListAsync(Page page, CancellationToken cancellationToken)
            {
                await using var connection = await database.OpenAsync(cancellationToken);
                await using var command = connection.CreateCommand();
                command.CommandText = $"SELECT {Columns} FROM {{plan.Table}} ORDER BY id LIMIT @size OFFSET @skip";
                command.Bind("@size", page.Size);
                command.Bind("@skip", page.Skip);
                return await ReadAllAsync(command, cancellationToken);
            }

            public async Task<IReadOnlyList<{{plan.Name}}>> ListBy{{plan.First("string")}}Async(string {{Parameter(plan.First("string"))}}, CancellationToken cancellationToken)
            {
                await using var connection = await database.OpenAsync(cancellationToken);
                await using var command = connection.CreateCommand();
                command.CommandText = $"SELECT {Columns} FROM {{plan.Table}} WHERE {{plan.Properties[0].Column}} = @value";
                command.Bind("@value", {{Parameter(plan.First("string"))}});
                return await ReadAllAsync(command, cancellationToken);
            }

            public async Task<int> CountAsync({{plan.Name}}Status status, CancellationToken cancellationToken)
            {
                await using var connection = await database.OpenAsync(cancellationToken);
                await using var command = connection.CreateCommand();
                command.CommandText = "SELECT COUNT(*) FROM {{plan.Table}} WHERE status = @status";
                command.Bind("@status", status.ToString());
                return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken));
            }

            public async Task SaveAsync({{plan.Name}} entity, CancellationToken cancellationToken)
            {
                await using var connection = await database.OpenAsync(cancellationToken);
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                await using var command = connection.CreateCommand();
                command.Transaction = transaction;
                command.CommandText = """
                    UPDATE {{plan.Table}}
                    SET {{string.Join(", ", plan.Properties.Select(property => $"{property.Column} = @{property.Column}"))}}
                    WHERE id = @id
                    """;
                command.Bind("@id", entity.Id.Value);
        {{Lines(plan.Properties, property => $"        command.Bind(\"@{property.Column}\", entity.{property.Name});")}}
                await command.ExecuteNonQueryAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                entity.ClearEvents();
            }

            private static async Task<List<{{plan.Name}}>> ReadAllAsync(DbCommand command, CancellationToken cancellationToken)
            {
                var {{plan.Many}} = new List<{{plan.Name}}>();
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                while (await reader.ReadAsync(cancellationToken))
                {
                    {{plan.Many}}.Add(new {{plan.Name}}(
                        new {{plan.Name}}Id(reader.GetInt32(0)),
        {{string.Join(",\n", plan.Properties.Select((property, index) => $"                {Reader(property.Type)}({index + 1})"))}}));
                }

                return {{plan.Many}};
            }
        }
        """";

    private static string Parameter(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Reader(string type) => type switch
    {
        "string" => "reader.GetString",
        "decimal" => "reader.GetDecimal",
        "int" => "reader.GetInt32",
        "bool" => "reader.GetBoolean",
        _ => "reader.GetFieldValue<DateTimeOffset>",
    };
}
