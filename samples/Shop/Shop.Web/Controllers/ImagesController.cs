using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Shop.Web.Services;

namespace Shop.Web.Controllers;

[ApiController]
[Route("images")]
public sealed class ImagesController(ImageStore images) : ControllerBase
{
    [HttpGet("{productId:int}")]
    public IActionResult Get(int productId)
    {
        var stream = images.TryOpen(productId);
        return stream is null ? NotFound() : File(stream, "image/jpeg");
    }

    /// <summary>Banners and other pictures that belong to no product.</summary>
    [HttpGet("banners")]
    public IActionResult Banner(string name)
    {
        var folder = Path.GetFullPath(Path.Combine(images.Folder, "banners")) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(folder, name));
        if (!path.StartsWith(folder, StringComparison.Ordinal))
        {
            return BadRequest();
        }

        return System.IO.File.Exists(path) ? PhysicalFile(path, "image/jpeg") : NotFound();
    }

    [HttpPost("banners")]
    [Authorize(Roles = "editor")]
    public async Task<IActionResult> AddBanner(IFormFile upload, CancellationToken cancellationToken)
    {
        var path = Path.Combine(images.Folder, "banners", upload.FileName);
        await using var target = System.IO.File.Create(path);
        await upload.CopyToAsync(target, cancellationToken);
        return Created();
    }

    [HttpPut("{productId:int}")]
    [Authorize(Roles = "editor")]
    public async Task<IActionResult> Replace(int productId, IFormFile upload, CancellationToken cancellationToken)
    {
        await using (var target = System.IO.File.Create(images.PathOf(productId)))
        {
            await upload.CopyToAsync(target, cancellationToken);
        }

        return images.IsJpeg(productId) ? NoContent() : BadRequest(images.IsPng(productId) ? "PNG" : "Unknown format");
    }

    [HttpPost("{productId:int}/thumbnail")]
    [Authorize(Roles = "editor")]
    public async Task<IActionResult> MakeThumbnail(int productId, string size, CancellationToken cancellationToken)
    {
        var (source, target) = (images.PathOf(productId), images.ThumbnailPathOf(productId));
        var arguments = $"-c \"convert {source} -resize {size} {target}\"";
        using var convert = Process.Start("/bin/sh", arguments);
        await convert.WaitForExitAsync(cancellationToken);
        return convert.ExitCode == 0 ? NoContent() : Problem("The picture could not be converted.");
    }

    [HttpPost("{productId:int}/rotate")]
    [Authorize(Roles = "editor")]
    public async Task<IActionResult> Rotate(int productId, int degrees, CancellationToken cancellationToken)
    {
        var path = images.PathOf(productId);
        using var mogrify = Process.Start("mogrify", ["-rotate", $"{degrees}", path]);
        await mogrify.WaitForExitAsync(cancellationToken);
        return mogrify.ExitCode == 0 ? NoContent() : Problem("The picture could not be rotated.");
    }
}
