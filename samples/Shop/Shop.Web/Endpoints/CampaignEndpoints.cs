namespace Shop.Web.Endpoints;

/// <summary>Links in newsletters, and the manuals that they point to.</summary>
public static class CampaignEndpoints
{
    public static void MapCampaigns(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/campaigns/{code}", (string code, HttpRequest request, ILoggerFactory loggers) =>
        {
            var target = request.Query["target"].ToString();
            loggers.CreateLogger("Campaigns").LogInformation("Campaign {Code} was followed", code);
            return Results.Redirect(target);
        });

        routes.MapGet("/campaigns/{code}/offer", (string code, string? next) =>
        {
            var target = string.IsNullOrEmpty(next) ? "/catalogue/garden" : next;
            return Results.LocalRedirect(target);
        });

        routes.MapGet("/manuals", async (
            string file, IWebHostEnvironment environment, CancellationToken cancellationToken) =>
        {
            var folder = Path.Combine(environment.ContentRootPath, "manuals");
            var path = Path.Combine(folder, file);
            var manual = await File.ReadAllBytesAsync(path, cancellationToken);
            return Results.Bytes(manual, "application/pdf");
        });

        routes.MapGet("/manuals/{productId:int}", (int productId, IWebHostEnvironment environment) =>
        {
            var path = Path.Combine(environment.ContentRootPath, "manuals", $"{productId}.pdf");
            return File.Exists(path) ? Results.File(path, "application/pdf") : Results.NotFound();
        });
    }
}
