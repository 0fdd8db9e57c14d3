using System.Collections.Frozen;

namespace Glassbox.Completion.Lexing;

/// <summary>The languages that are told apart, by extension and by the names of files.</summary>
internal static class Languages
{
    private static readonly string[] Dots = [".", "?."];
    private static readonly string[] Arrows = [".", "->", "::"];
    private static readonly TextForm Backticks = new("`", "`", TextEscape.Backslash, "${");
    private static readonly TextForm[] TripleQuotes = [new("\"\"\"", "\"\"\"", TextEscape.Backslash)];
    private static readonly TextForm[] RawTripleQuotes = [new("\"\"\"", "\"\"\"", TextEscape.None)];
    private static readonly TextForm[] BothTripleQuotes = [.. TripleQuotes, new("'''", "'''", TextEscape.Backslash)];

    private static readonly LexicalRules Slashes = new("", ["//"], "/*", "*/", "\"'");
    private static readonly LexicalRules Hashes = new("", ["#"], null, null, "\"'");
    private static readonly LexicalRules Markup = new("", [], "<!--", "-->", "\"'", HasLocals: false) { HasTags = true, WordParts = "-'" };
    private static readonly LexicalRules Prose = new("", [], null, null, "", HasLocals: false) { IsProse = true, WordParts = "-'\u2019" };
    private static readonly LexicalRules Values = new("", ["#"], null, null, "\"'", HasLocals: false) { CommentNeedsSpace = true, QuoteNeedsSpace = true, WordParts = "-'" };
    private static readonly LexicalRules Parentheses = new("", [";"], "#|", "|#", "\"", HasLocals: true) { NestsComments = true, WordParts = "-*/<>+", WordEnds = "?!*" };

    private static readonly LexicalRules Script = Slashes with
    {
        Name = "javascript", Forms = [Backticks], HasRegexes = true, WordStarts = "$", WordParts = "$", WordEnds = "$", MemberOperators = Dots, Keywords = LanguageKeywords.Script,
    };

    private static readonly LexicalRules TypedScript = Script with { Name = "typescript", Keywords = LanguageKeywords.TypeScript };

    private static readonly LexicalRules Shell = Hashes with
    {
        Name = "shell", HereTexts = HereTexts.Shell, CommentNeedsSpace = true, WordParts = "-", Keywords = LanguageKeywords.Shell,
    };

    private static readonly LexicalRules Yaml = Values with { Name = "yaml" };
    private static readonly LexicalRules Docker = Values with { Name = "dockerfile", IgnoresCase = true, Keywords = LanguageKeywords.Docker };
    private static readonly LexicalRules Make = Hashes with { Name = "makefile", CommentNeedsSpace = true, QuoteNeedsSpace = true, WordParts = "-" };
    private static readonly LexicalRules Cmake = Hashes with { Name = "cmake", Raw = RawTexts.Lua, IgnoresCase = true };

    private static readonly LexicalRules Ruby = Hashes with
    {
        Name = "ruby", BlockOpen = "=begin", BlockClose = "=end", BlockBeginsLine = true, HereTexts = HereTexts.Ruby, HasRegexes = true, WordStarts = "@$", WordEnds = "?!",
        MemberOperators = [".", "&.", "::"], Keywords = LanguageKeywords.Ruby,
    };

    private static readonly LexicalRules Groovy = Slashes with { Name = "groovy", Forms = BothTripleQuotes, MemberOperators = Dots, Keywords = LanguageKeywords.Java };

    private static readonly LexicalRules[] All =
    [
        Hashes with { Name = "python", Forms = BothTripleQuotes, Prefixes = "rbfutRBFUT", MemberOperators = Dots, Keywords = LanguageKeywords.Python },
        Script, TypedScript, Shell, Yaml, Docker, Make, Cmake, Ruby, Groovy,
        Slashes with { Name = "java", Forms = TripleQuotes, MemberOperators = Arrows, Keywords = LanguageKeywords.Java },
        Slashes with { Name = "go", Forms = [new("`", "`", TextEscape.None)], MemberOperators = Dots, Keywords = LanguageKeywords.Go },
        Slashes with { Name = "rust", Raw = RawTexts.Rust, Prefixes = "brc", HasTicks = true, NestsComments = true, MemberOperators = Arrows, Keywords = LanguageKeywords.Rust },
        Slashes with { Name = "cpp", Raw = RawTexts.Cpp, Prefixes = "uUL8R", MemberOperators = Arrows, Keywords = LanguageKeywords.Cpp },
        Slashes with { Name = "kotlin", Forms = RawTripleQuotes, NestsComments = true, MemberOperators = Arrows, Keywords = LanguageKeywords.Kotlin },
        Slashes with { Name = "scala", Forms = RawTripleQuotes, NestsComments = true, HasTicks = true, MemberOperators = Dots, Keywords = LanguageKeywords.Scala },
        Slashes with { Name = "swift", Forms = TripleQuotes, NestsComments = true, Quotes = "\"", MemberOperators = Dots, Keywords = LanguageKeywords.Swift },
        Slashes with { Name = "dart", Forms = BothTripleQuotes, MemberOperators = Dots, Keywords = LanguageKeywords.Dart },
        Slashes with
        {
            Name = "php", LineComments = ["//", "#"], HasHashAttributes = true, HereTexts = HereTexts.Php, WordStarts = "$", MemberOperators = ["->", "?->", "::"],
            Keywords = LanguageKeywords.Php,
        },
        Hashes with { Name = "powershell", BlockOpen = "<#", BlockClose = "#>", CommentNeedsSpace = true, WordStarts = "$", WordParts = "-", MemberOperators = [".", "::"], IgnoresCase = true, Keywords = LanguageKeywords.PowerShell },
        Values with { Name = "toml", Forms = BothTripleQuotes },
        Values with { Name = "ini", LineComments = ["#", ";"] },
        new("sql", ["--"], "/*", "*/", "\"'`", HasLocals: false)
        {
            Escape = TextEscape.Doubled, Raw = RawTexts.Sql, WordStarts = "@", MemberOperators = ["."], IgnoresCase = true, Keywords = LanguageKeywords.Sql,
        },
        new("lua", ["--"], "--[[", "]]", "\"'") { Raw = RawTexts.Lua, MemberOperators = [".", ":"], Keywords = LanguageKeywords.Lua },
        new("haskell", ["--"], "{-", "-}", "\"'") { NestsComments = true, HasTicks = true, WordParts = "'", WordEnds = "'", MemberOperators = ["."], Keywords = LanguageKeywords.Haskell },
        new("fsharp", ["//"], "(*", "*)", "\"'")
        {
            Forms = [.. RawTripleQuotes, new("@\"", "\"", TextEscape.Doubled)], NestsComments = true, HasTicks = true, WordParts = "'", WordEnds = "'", MemberOperators = Dots,
            Keywords = LanguageKeywords.FSharp,
        },
        new("vb", ["'", "REM"], null, null, "\"") { Escape = TextEscape.Doubled, IgnoresCase = true, MemberOperators = Dots, Keywords = LanguageKeywords.VisualBasic },
        Markup with { Name = "xml" }, Markup with { Name = "msbuild" }, Markup with { Name = "html" }, Markup with { Name = "vue" }, Markup with { Name = "razor" },
        Prose with { Name = "markdown", BlockOpen = "<!--", BlockClose = "-->" },
        Prose with { Name = "text" },
        Slashes with { Name = "css", LineComments = [], HasLocals = false, WordStarts = "-@", WordParts = "-" },
        Slashes with { Name = "scss", HasLocals = false, WordStarts = "-@$", WordParts = "-" },
        Slashes with { Name = "json", HasLocals = false, Keywords = ["true", "false", "null"] },
        Hashes with { Name = "elixir", Forms = BothTripleQuotes, WordStarts = "@", WordEnds = "?!", MemberOperators = ["."], Keywords = LanguageKeywords.Elixir },
        Hashes with { Name = "perl", HereTexts = HereTexts.Shell, CommentNeedsSpace = true, WordStarts = "$@%", MemberOperators = ["->", "::"], Keywords = LanguageKeywords.Perl },
        Hashes with { Name = "r", WordParts = ".", MemberOperators = ["$", "::"] },
        Hashes with { Name = "graphql", Forms = TripleQuotes, HasLocals = false, WordStarts = "$@" },
        Slashes with { Name = "terraform", LineComments = ["#", "//"], HereTexts = HereTexts.Shell, HasLocals = false, MemberOperators = ["."], WordParts = "-" },
        Slashes with { Name = "proto", HasLocals = false, Keywords = LanguageKeywords.Proto },
        Parentheses with { Name = "lisp" },
    ];

    private static readonly FrozenDictionary<string, LexicalRules> ByName = All.ToFrozenDictionary(rules => rules.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, LexicalRules> ByExtension = Map(
        "python .py .pyi .pyw .bzl", "javascript .js .mjs .cjs .jsx", "typescript .ts .tsx .mts .cts", "java .java", "go .go", "rust .rs", "cpp .c .cpp .cc .cxx .hpp .hh .hxx .h .inl",
        "kotlin .kt .kts", "scala .scala .sc", "swift .swift", "dart .dart", "groovy .groovy .gradle", "php .php", "ruby .rb .rake .gemspec", "shell .sh .bash .zsh .ksh .bashrc .zshrc .profile .bash_profile .env",
        "powershell .ps1 .psm1 .psd1", "yaml .yml .yaml", "toml .toml", "ini .ini .cfg .conf .properties .editorconfig .gitconfig .gitattributes .gitignore .dockerignore", "sql .sql", "lua .lua",
        "haskell .hs", "fsharp .fs .fsx .fsi", "vb .vb", "xml .xml .xaml .axaml .resx .config .svg .nuspec .wsdl .xsd .xsl .plist", "msbuild .csproj .fsproj .vbproj .proj .props .targets",
        "html .html .htm", "vue .vue .svelte", "razor .cshtml .razor", "markdown .md .markdown .mdx", "text .txt .rst .adoc .log", "css .css", "scss .scss .less .sass", "json .json .jsonc .json5 .ipynb .webmanifest",
        "elixir .ex .exs", "perl .pl .pm", "r .r", "graphql .graphql .gql", "terraform .tf .hcl", "proto .proto", "lisp .lisp .el .clj .cljs .scm .rkt", "cmake .cmake", "makefile .mk .mak", "dockerfile .dockerfile");

    private static readonly FrozenDictionary<string, LexicalRules> ByFile = Map(
        "dockerfile dockerfile containerfile", "makefile makefile gnumakefile", "groovy jenkinsfile", "cmake cmakelists.txt", "ruby gemfile rakefile vagrantfile podfile fastfile brewfile guardfile",
        "python sconstruct build workspace", "shell .bashrc .zshrc .profile .envrc pkgbuild", "text license readme changelog authors notice", "go go.mod go.work", "toml cargo.lock poetry.lock pipfile",
        "json .babelrc .eslintrc .prettierrc", "yaml .clang-format .clang-tidy");

    /// <summary>The rules for a file; an extension that is not known lexes like the C family, under its own name.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="extension">Its extension with the dot, in lower case; may be empty.</param>
    public static LexicalRules For(string name, string extension)
    {
        if (ByFile.TryGetValue(name.ToLowerInvariant(), out var rules) || ByExtension.TryGetValue(extension, out rules)) return rules;
        if (name.StartsWith("Dockerfile.", StringComparison.OrdinalIgnoreCase)) return Docker;
        return extension.Length == 0 ? ByName["text"] : Slashes with { Name = extension };
    }

    private static FrozenDictionary<string, LexicalRules> Map(params string[] lines) => lines
        .Select(line => line.Split(' '))
        .SelectMany(words => words.Skip(1).Select(file => (File: file, Rules: ByName[words[0]])))
        .ToFrozenDictionary(pair => pair.File, pair => pair.Rules, StringComparer.Ordinal);
}
