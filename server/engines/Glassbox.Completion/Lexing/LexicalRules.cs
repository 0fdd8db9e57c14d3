using System.Collections.Frozen;
using Glassbox.Contracts.Text;

namespace Glassbox.Completion.Lexing;

/// <summary>The little that must be known of a language to find its tokens: comments and quotes.</summary>
/// <param name="Name">Languages are told apart by it: words of one are not offered in another.</param>
/// <param name="LineComments">What begins a comment that ends with its line.</param>
/// <param name="BlockOpen">What begins a comment of several lines, or null.</param>
/// <param name="BlockClose">What ends it.</param>
/// <param name="Quotes">What begins and ends a string; empty for prose.</param>
/// <param name="IsCSharp">Verbatim, raw and interpolated strings.</param>
/// <param name="HasLocals">Words in lower case are mostly names of the writer's own; not so in prose, data and markup.</param>
internal sealed record LexicalRules(
    string Name, string[] LineComments, string? BlockOpen, string? BlockClose, string Quotes, bool IsCSharp = false, bool HasLocals = true)
{
    private static readonly LexicalRules Slashes = new("", ["//"], "/*", "*/", "\"'");
    private static readonly LexicalRules Hashes = new("", ["#"], null, null, "\"'");
    private static readonly LexicalRules Dashes = new("", ["--"], null, null, "\"'");
    private static readonly LexicalRules Markup = new("", [], "<!--", "-->", "\"'", HasLocals: false);
    private static readonly LexicalRules Prose = new("", [], null, null, "", HasLocals: false);

    /// <summary>C#.</summary>
    public static LexicalRules CSharp { get; } = Slashes with { Name = "csharp", IsCSharp = true };

    private static readonly FrozenDictionary<string, LexicalRules> ByExtension = new Dictionary<string, LexicalRules>
    {
        [".cs"] = CSharp,
        [".csx"] = CSharp,
        [".py"] = Hashes with { Name = "python" },
        [".pyi"] = Hashes with { Name = "python" },
        [".rb"] = Hashes with { Name = "ruby" },
        [".sh"] = Hashes with { Name = "shell" },
        [".bash"] = Hashes with { Name = "shell" },
        [".ps1"] = Hashes with { Name = "powershell" },
        [".yml"] = Hashes with { Name = "yaml", HasLocals = false },
        [".yaml"] = Hashes with { Name = "yaml", HasLocals = false },
        [".toml"] = Hashes with { Name = "toml", HasLocals = false },
        [".sql"] = Dashes with { Name = "sql", BlockOpen = "/*", BlockClose = "*/" },
        [".lua"] = Dashes with { Name = "lua" },
        [".hs"] = Dashes with { Name = "haskell", BlockOpen = "{-", BlockClose = "-}" },
        [".fs"] = Slashes with { Name = "fsharp", BlockOpen = "(*", BlockClose = "*)", Quotes = "\"" },
        [".xml"] = Markup with { Name = "xml" },
        [".xaml"] = Markup with { Name = "xml" },
        [".csproj"] = Markup with { Name = "msbuild" },
        [".props"] = Markup with { Name = "msbuild" },
        [".targets"] = Markup with { Name = "msbuild" },
        [".html"] = Markup with { Name = "html" },
        [".md"] = Prose with { Name = "markdown" },
        [".txt"] = Prose with { Name = "text" },
        [""] = Prose with { Name = "text" },
        [".css"] = Slashes with { Name = "css", LineComments = [] },
        [".json"] = Slashes with { Name = "json", HasLocals = false },
        [".js"] = Slashes with { Name = "javascript" },
        [".mjs"] = Slashes with { Name = "javascript" },
        [".jsx"] = Slashes with { Name = "javascript" },
        [".ts"] = Slashes with { Name = "typescript" },
        [".tsx"] = Slashes with { Name = "typescript" },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The rules for a document; an extension that is not known lexes like the C family, under its own name.</summary>
    public static LexicalRules For(DocumentPath path)
    {
        var extension = path.Extension;
        return ByExtension.TryGetValue(extension, out var rules) ? rules : Slashes with { Name = extension };
    }
}
