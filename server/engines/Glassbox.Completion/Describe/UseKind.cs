namespace Glassbox.Completion.Describe;

/// <summary>Which uses of a name are meant.</summary>
/// <param name="Name">The name.</param>
/// <param name="IsMember">Behind a dot; else standing alone.</param>
/// <param name="Origin">Only on receivers that come from here, see <see cref="Corpus.Origins"/>; null for any.</param>
internal readonly record struct UseKind(string Name, bool IsMember, ulong? Origin);
