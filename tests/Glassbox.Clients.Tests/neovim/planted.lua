-- Files that the cases add to the sample.
local M = {}

--- A SQL injection, and a member access to complete.
M.injection = {
  path = 'Shop.Web/Endpoints/PlantedEndpoints.cs',
  text = [[
using Shop.Data;

namespace Shop.Web.Endpoints;

public static class PlantedEndpoints
{
    public static void MapPlanted(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/planted", async (string prefix, ShopDatabase database, CancellationToken cancellationToken) =>
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT sku FROM stock WHERE sku LIKE '" + prefix + "'";
            return Results.Ok(await command.ExecuteScalarAsync(cancellationToken));
        });
    }
}
]],
}

--- Names and texts outside ASCII, some outside the Basic Multilingual Plane; needs no other file.
M.sizes = {
  path = 'Shop.Domain/Planted.cs',
  text = [[
namespace Shop.Domain;

public sealed record Größe(decimal Länge, decimal Breite);

public static class Planted
{
    public static string Beschriftung(Größe größe)
    {
        var schmuck = "🎁 für Übermaß 🎁";
        return schmuck + größe.Länge;
    }
}
]],
}

return M
