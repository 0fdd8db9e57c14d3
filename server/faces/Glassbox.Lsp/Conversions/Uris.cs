using Glassbox.Contracts.Text;

namespace Glassbox.Lsp.Conversions;

/// <summary>Document paths from and to the URIs of the protocol.</summary>
internal static class Uris
{
    /// <summary>The document that a URI names. A URI that is not of a file, or not well formed, names a buffer without one.</summary>
    public static DocumentPath ToPath(string uri)
    {
        if (!uri.StartsWith("file:", StringComparison.OrdinalIgnoreCase)) return DocumentPath.FromUri(uri);
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var parsed)) return DocumentPath.FromUri(uri);

        // Uri.LocalPath takes %23 and %3F for the start of a fragment or query only where they are written plainly, which
        // some clients do; a file URI has neither.
        var plain = parsed.Query.Length > 0 || parsed.Fragment.Length > 0;
        var path = plain ? Uri.UnescapeDataString(uri["file://".Length..]) : parsed.LocalPath;
        if (OperatingSystem.IsWindows() && path.Length > 2 && path[0] == '/' && path[2] == ':') path = path[1..];
        return path.Length == 0 || path.Contains('\0', StringComparison.Ordinal) ? DocumentPath.FromUri(uri) : DocumentPath.FromFile(path);
    }

    /// <summary>The URI of a document.</summary>
    public static string FromPath(DocumentPath path)
    {
        if (!path.IsFile) return path.Value;
        var segments = path.Value.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString);
        var joined = string.Join('/', segments);
        return joined.StartsWith('/') ? "file://" + joined : "file:///" + joined.Replace("%3A", ":", StringComparison.Ordinal);
    }
}
