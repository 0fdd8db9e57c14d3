namespace Shop.Web.Services;

public sealed class ImageStore(IWebHostEnvironment environment)
{
    private static readonly byte[] JpegStart = [0xFF, 0xD8, 0xFF];
    private static readonly byte[] PngStart = [0x89, 0x50, 0x4E, 0x47];

    public string Folder { get; } = Path.Combine(environment.ContentRootPath, "images");

    public string PathOf(int productId) => Path.Combine(Folder, $"{productId}.jpg");

    public string ThumbnailPathOf(int productId) => Path.Combine(Folder, $"{productId}.small.jpg");

    public Stream? TryOpen(int productId)
    {
        var path = PathOf(productId);
        return File.Exists(path) ? File.OpenRead(path) : null;
    }

    public bool IsJpeg(int productId)
    {
        var stream = new FileStream(PathOf(productId), FileMode.Open, FileAccess.Read);
        var start = new byte[JpegStart.Length];
        return stream.Read(start) == start.Length && start.SequenceEqual(JpegStart);
    }

    public bool IsPng(int productId)
    {
        using var stream = new FileStream(PathOf(productId), FileMode.Open, FileAccess.Read);
        var start = new byte[PngStart.Length];
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && start.SequenceEqual(PngStart);
    }
}
