using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Shop.Data;
using Shop.Domain.Catalogue;

namespace Shop.Web.Controllers;

[ApiController]
[Route("catalogue")]
public sealed class CatalogueController(IProductRepository products, ShopDatabase database) : ControllerBase
{
    private const int PageSize = 24;
    private const string Select =
        "SELECT id, sku, name, category, price, currency, description, weight, listed FROM product WHERE listed";

    [HttpGet("{category}")]
    public async Task<IReadOnlyList<Product>> List(
        string category, ProductSort sort, int page, CancellationToken cancellationToken) =>
        await products.ListAsync(category, sort, Math.Max(1, page), PageSize, cancellationToken);

    [HttpGet("products/{id:int}")]
    public async Task<IActionResult> Get(int id, CancellationToken cancellationToken)
    {
        var product = await products.FindAsync(id, cancellationToken);
        if (product is null)
        {
            return NotFound();
        }

        var tag = $"\"{Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(product)))}\"";
        if (Request.Headers.IfNoneMatch.FirstOrDefault() is { } known && known == tag)
        {
            return StatusCode(StatusCodes.Status304NotModified);
        }

        Response.Headers.ETag = tag;
        return Ok(product);
    }

    [HttpGet("search")]
    public async Task<IActionResult> Search(string term, CancellationToken cancellationToken)
    {
        var words = term.Trim();
        return words.Length < 2 ? BadRequest() : Ok(await products.SearchAsync(words, cancellationToken));
    }

    /// <summary>The whole of a category in the order of any column.</summary>
    [HttpGet("table")]
    public async Task<IActionResult> Table(
        string category, string sort, bool descending, CancellationToken cancellationToken)
    {
        var order = descending ? sort + " DESC" : sort;
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"{Select} AND category = @category ORDER BY {order}";
        command.Add("@category", category);
        return Ok(await ProductRepository.ReadAllAsync(command, cancellationToken));
    }

    [HttpGet("newest")]
    public async Task<IActionResult> Newest(
        string category, string sort, int count, CancellationToken cancellationToken)
    {
        var order = sort switch
        {
            "price" => "price, id DESC",
            "name" => "name, id DESC",
            _ => "id DESC",
        };
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"{Select} AND category = @category ORDER BY {order} LIMIT {count}";
        command.Add("@category", category);
        return Ok(await ProductRepository.ReadAllAsync(command, cancellationToken));
    }
}
