using Glassbox.Contracts.Text;

namespace Glassbox.Completion.Corpus;

/// <summary>The names that a file has by what it is called: they differ from file to file where all else is alike.</summary>
/// <param name="Self">The name of its type; empty where its name is no word.</param>
/// <param name="Subject">What it is about, where that is another name; else empty.</param>
internal sealed record FileNames(string Self, string Subject)
{
    private static readonly string[] Suffixes = ["Tests", "Test", "Facts", "Specs", "Spec", "Fixture"];

    /// <summary>None.</summary>
    public static FileNames None { get; } = new("", "");

    /// <summary>Those of a file.</summary>
    public static FileNames Of(DocumentPath path)
    {
        var name = path.Name;
        var end = name.IndexOfAny(['.', '{', '`', '<', '_', '(', ' ']);
        var self = end < 0 ? name : name[..end];
        if (self.Length < 3 || !char.IsUpper(self[0])) return None;
        foreach (var suffix in Suffixes)
        {
            if (self.Length > suffix.Length + 2 && self.EndsWith(suffix, StringComparison.Ordinal)) return new FileNames(self, self[..^suffix.Length]);
        }

        return new FileNames(self, self[0] == 'I' && char.IsUpper(self[1]) ? self[1..] : "I" + self);
    }
}
