using System.Text.Json;
using System.Text.Json.Serialization;

namespace Glassbox.Contracts.Text;

/// <summary>
/// Names one document: an absolute, normalized file path, or, for a buffer that has no file
/// (<c>untitled:</c> and the like), its URI as the client wrote it.
/// </summary>
[JsonConverter(typeof(Converter))]
public readonly record struct DocumentPath : IComparable<DocumentPath>
{
    private static readonly StringComparer Comparer =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private readonly string? value;

    private DocumentPath(string value, bool isFile)
    {
        this.value = value;
        IsFile = isFile;
    }

    /// <summary>The path, or the URI when <see cref="IsFile"/> is false.</summary>
    public string Value => value ?? "";

    /// <summary>True when the document lives, or could live, in the file system.</summary>
    public bool IsFile { get; }

    /// <summary>The last segment, with its extension.</summary>
    public string Name => IsFile ? Path.GetFileName(Value) : Value[(Value.LastIndexOfAny(['/', ':']) + 1)..];

    /// <summary>The extension with its dot, lower case, or the empty string.</summary>
    public string Extension => Path.GetExtension(Name).ToLowerInvariant();

    /// <summary>True for C# source text.</summary>
    public bool IsCSharp => Extension is ".cs" or ".csx";

    /// <summary>Makes a file's path absolute and normal; relative paths are taken from the current directory.</summary>
    /// <exception cref="ArgumentException">The path is empty or holds a NUL character.</exception>
    public static DocumentPath FromFile(string path) => new(Path.GetFullPath(path), isFile: true);

    /// <summary>Names a buffer without a file by its URI.</summary>
    public static DocumentPath FromUri(string uri) => new(uri, isFile: false);

    /// <summary>True when this file lies in <paramref name="folder"/> or below it, or is it.</summary>
    public bool IsUnder(DocumentPath folder)
    {
        if (!IsFile || !folder.IsFile) return false;
        var root = Path.TrimEndingDirectorySeparator(folder.Value);
        var comparison = Comparer == StringComparer.Ordinal ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return Value.StartsWith(root, comparison)
            && (Value.Length == root.Length || Value[root.Length] == Path.DirectorySeparatorChar || root.EndsWith(Path.DirectorySeparatorChar));
    }

    /// <summary>The path seen from <paramref name="folder"/>, with forward slashes.</summary>
    public string RelativeTo(DocumentPath folder) =>
        IsFile ? Path.GetRelativePath(folder.Value, Value).Replace('\\', '/') : Value;

    /// <inheritdoc/>
    public bool Equals(DocumentPath other) => IsFile == other.IsFile && Comparer.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Comparer.GetHashCode(Value);

    /// <inheritdoc/>
    public int CompareTo(DocumentPath other) => Comparer.Compare(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private sealed class Converter : JsonConverter<DocumentPath>
    {
        // A file travels as its path; anything else carries a marker that no absolute path can start with.
        private const char UriMarker = '\u0001';

        public override DocumentPath Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString() ?? "";
            return text.StartsWith(UriMarker) ? FromUri(text[1..]) : new DocumentPath(text, isFile: true);
        }

        public override void Write(Utf8JsonWriter writer, DocumentPath value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.IsFile ? value.Value : UriMarker + value.Value);
    }
}
