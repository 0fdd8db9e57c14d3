namespace Glassbox.Contracts.Ledger;

/// <summary>A file before and after it was written.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="Before">SHA-256 of its bytes before, in lower-case hexadecimal digits.</param>
/// <param name="After">SHA-256 of its bytes after.</param>
public sealed record WrittenDocument(string Path, string Before, string After);
