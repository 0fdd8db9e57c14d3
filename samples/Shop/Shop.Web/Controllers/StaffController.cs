using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Shop.Data;

namespace Shop.Web.Controllers;

[ApiController]
[Authorize(Roles = "manager")]
[Route("staff")]
public sealed class StaffController(ShopDatabase database) : ControllerBase
{
    [HttpPost("{name}/password")]
    public async Task<IActionResult> SetPassword(
        string name, [FromForm] string password, CancellationToken cancellationToken)
    {
        var salted = Encoding.UTF8.GetBytes($"{name}:{password}");
        var hash = Convert.ToHexString(SHA1.HashData(salted));
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE staff SET password_hash = @hash WHERE name = @name";
        command.Add("@hash", hash);
        command.Add("@name", name);
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1 ? NoContent() : NotFound();
    }
}
