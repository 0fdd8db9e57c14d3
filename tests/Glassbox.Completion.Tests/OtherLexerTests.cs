using FsCheck;
using FsCheck.Fluent;
using Glassbox.Completion.Lexing;
using Glassbox.Contracts.Text;

namespace Glassbox.Completion.Tests;

public sealed class OtherLexerTests
{
    private static readonly string[] Files =
    [
        "a.py", "a.js", "a.tsx", "a.java", "a.go", "a.rs", "a.cpp", "a.rb", "a.kt", "a.php", "a.sh", "a.sql", "a.lua", "a.fs", "a.vb", "a.md", "a.yaml", "a.json", "a.toml", "a.xml", "a.csproj",
        "a.html", "a.css", "a.scss", "a.hs", "a.swift", "a.ps1", "a.clj", "a.ex", "a.pl", "a.tf", "Dockerfile", "Makefile", "CMakeLists.txt", ".bashrc", "a.unheardof", "README",
    ];

    private static readonly string[] Fragments =
    [
        "\"", "'", "`", "\"\"\"", "'''", "${", "#{", "{", "}", "(*", "*)", "/*", "*/", "--", "--[[", "]]", "[==[", "]==]", "<!--", "-->", "#", "//", "///", "<#", "#>", "{-", "-}", "=begin\n", "\n=end",
        "<<EOF\n", "EOF\n", "<<~SQL\n", "<<<", "r#\"", "\"#", "R\"x(", ")x\"", "$a$", "@\"", "rb\"", "\\", "\n", "\r\n", "\t", " ", "name", "$name", "@x", "--var", "a-b", "don't", "'a", "12.5", "::", "->",
        "\ud83d\ude00", "\ud835\udc9c", "\ud83d", "\ude00", "é", "<a b='c'>", "</a>", "REM x", "/x[/]y/g", "=", "(", ")", "\0", "\uFEFF",
    ];

    [TestCase("a.py", "x = r'\\d' + f\"{a}\" + b'c' # note", "x = r'\\d' + f\"{a}\" + b'c'")]
    [TestCase("a.py", "def f():\n    \"\"\"Loads \"it\".\n\n    All. # no comment\n    \"\"\"\n    return 1", "def f ( ) : ⏎ \"\"\"Loads \"it\".\n\n    All. # no comment\n    \"\"\" ⏎ return 1")]
    [TestCase("a.py", "rub = bar(\"x\")", "rub = bar ( \"x\" )")]
    [TestCase("a.py", "@app.route('/x')\na //= 2 ** 3", "@ app . route ( '/x' ) ⏎ a / /= 2 ** 3")]
    [TestCase("a.ts", "const s = `a ${b(`c ${\"}\"}`)} // d`; // e", "const s = `a ${b(`c ${\"}\"}`)} // d` ;")]
    [TestCase("a.js", "x = a / b / c; y = /\"[/'\"]/g.test($el)", "x = a / b / c ; y = /\"[/'\"]/g . test ( $el )")]
    [TestCase("a.jsx", "<p>Don't</p>\n<br/>", "< p > Don ' t </ p > ⏎ < br />")]
    [TestCase("a.go", "s := `raw \\` + \"x\"\nif err != nil {", "s := `raw \\` + \"x\" ⏎ if err != nil {")]
    [TestCase("a.rs", "fn f<'a>(c: &'a str) -> char { '\\'' /* a /* b */ c */ }", "fn f < 'a > ( c : & 'a str ) -> char { '\\'' }")]
    [TestCase("a.rs", "let s = r#\"a \"b\" // c\"#; let r = r#type; x = 'é';", "let s = r#\"a \"b\" // c\"# ; let r = r # type ; x = 'é' ;")]
    [TestCase("a.cpp", "#include <x.h>\nauto s = R\"q(a)\" // )q\"; int n = 1'000; char c = L'x';", "# include < x . h > ⏎ auto s = R\"q(a)\" // )q\" ; int n = 1'000 ; char c = L'x' ;")]
    [TestCase("a.rb", "@name = x.empty? ? 1 : y!=2\n=begin\nit's\n=end\nsave!", "@name = x . empty? ? 1 : y != 2 ⏎ save!")]
    [TestCase("a.rb", "run(<<~SQL)\n  select 'it''s\n  SQL\nlist <<item", "run ( < < ~ SQL ) ⏎ list < < item")]
    [TestCase("a.kt", "val s = \"\"\"a \"b\" \\\"\"\" /* a /* b */ */ + x?.y", "val s = \"\"\"a \"b\" \\\"\"\" + x ?. y")]
    [TestCase("a.php", "$this->name = Foo::$bar; #[Attr]\n# note\n$s = <<<'EOT'\nit's $x\nEOT;\necho 1;", "$this -> name = Foo :: $bar ; # [ Attr ] ⏎ $s = < < < 'EOT' ⏎ ; ⏎ echo 1 ;")]
    [TestCase("a.sh", "cat <<-'EOF' > x # note\nit's # here\n\tEOF\necho $# ${#a} apt-get", "cat < <- 'EOF' > x ⏎ echo $ # $ { # a } apt-get")]
    [TestCase("a.sql", "insert into [t] values ('it''s', @p) -- note", "insert into [ t ] values ( 'it''s' , @p )")]
    [TestCase("a.sql", "as $body$ begin 'x end $body$ language", "as $body$ begin 'x end $body$ language")]
    [TestCase("a.lua", "--[[ a\nb ]] x = [==[ c ]] ]==] -- d\nobj:run()", "x = [==[ c ]] ]==] ⏎ obj : run ( )")]
    [TestCase("a.fs", "let f' (x: 'a) = 'c' (* (* \" *) *) |> g @\"c:\\\"\"x\"", "let f' ( x : 'a ) = 'c' |> g @\"c:\\\"\"x\"")]
    [TestCase("a.vb", "Dim s = \"a \"\"b\"\"\" ' it's\nREM note\nremove = 1", "Dim s = \"a \"\"b\"\"\" ⏎ remove = 1")]
    [TestCase("a.md", "## It's a well-known\n| a | b |\n|---|---|\n```cs", "## It's a well-known ⏎ | a | b | ⏎ | --- | --- | ⏎ ```cs")]
    [TestCase("a.yaml", "runs-on: ubuntu-latest # note\nurl: http://a#b\ntext: it's 'a b'", "runs-on : ubuntu-latest ⏎ url : http : / / a # b ⏎ text : it's 'a b'")]
    [TestCase("a.toml", "a = '''x\n# y''' # z", "a = '''x\n# y'''")]
    [TestCase("a.html", "<a data-id=\"x y\">it's <!-- \" --> \"so\"</a>", "< a data-id = \"x y\" > it's \" so \" </ a >")]
    [TestCase("a.css", "#fff { --main: -1px; background-color: red; } @media x", "# fff { --main : - 1px ; background-color : red ; } @media x")]
    [TestCase("Dockerfile", "FROM node:18 # no\nRUN apt-get install", "FROM node : 18 ⏎ RUN apt-get install")]
    [TestCase("a.unheardof", "a('b', \"c\") // d", "a ( 'b' , \"c\" )")]
    public void Tokens_AreTheLanguages(string file, string text, string expected) => Assert.That(Written(text, RulesFor(file)), Is.EqualTo(expected.Replace("```cs", "``` cs", StringComparison.Ordinal)));

    [TestCase("Dockerfile", "dockerfile")]
    [TestCase("Dockerfile.dev", "dockerfile")]
    [TestCase("Jenkinsfile", "groovy")]
    [TestCase(".bashrc", "shell")]
    [TestCase("CMakeLists.txt", "cmake")]
    [TestCase("notes.txt", "text")]
    [TestCase("LICENSE", "text")]
    [TestCase("x.h", "cpp")]
    [TestCase("x.zig", ".zig")]
    public void File_IsOfALanguage(string file, string language) => Assert.That(RulesFor(file).Name, Is.EqualTo(language));

    /// <summary>Tokens come in order, apart from each other and within the text; pairs of surrogates are not torn; nothing throws and everything ends.</summary>
    [TestCaseSource(nameof(Files))]
    public void AnyText_IsCoveredInOrder(string file) =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements(Fragments)).Select(string.Concat).ToArbitrary(), text =>
        {
            var (rules, end) = (RulesFor(file), 0);
            foreach (var token in CodeLexer.Read(text, rules))
            {
                if (token.Start < end || token.End > text.Length || (token.Length == 0 && token.Kind != CodeTokenKind.LineBreak)) return false;
                if (IsTorn(text, token.Start) || IsTorn(text, token.End)) return false;
                end = token.End;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    /// <summary>Whatever is typed, the word at the cursor lies before it, and a word that ends there is found whole.</summary>
    [TestCaseSource(nameof(Files))]
    public void Word_EndsWhereItIsTyped(string file) =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements(Fragments)).Select(string.Concat).ToArbitrary(), text =>
        {
            var rules = RulesFor(file);
            for (var at = 0; at <= text.Length; at++)
            {
                if (rules.StartOfWord(text, at) > at || (at < text.Length && rules.EndOfWord(text, at) < at)) return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    /// <summary>What opens and never closes is not sought again and again.</summary>
    [TestCase("a.ts", "`${")]
    [TestCase("a.py", "'''\n\"\"\"\n")]
    [TestCase("a.sh", "<<A\n")]
    [TestCase("a.rs", "/*")]
    [TestCase("a.lua", "[[")]
    [TestCase("a.js", "=/")]
    [TestCase("a.sql", "$a$ $b$ ")]
    public void HugeUnclosedText_Ends(string file, string part) =>
        Assert.That(CodeLexer.Read(string.Concat(Enumerable.Repeat(part, 100_000)), RulesFor(file)), Has.Count.LessThanOrEqualTo(part.Length * 100_000));

    [TestCase("a.py", "x = \"\"\"so", true)]
    [TestCase("a.py", "x = \"\"\"so\"\"\"", false)]
    [TestCase("a.ts", "x = `a ${b", true)]
    [TestCase("a.sh", "cat <<EOF\nsome", true)]
    [TestCase("a.sh", "cat <<EOF\nsome\nEOF\n", false)]
    [TestCase("a.lua", "--[[ so", true)]
    [TestCase("a.yaml", "a: b # so", true)]
    public void End_IsInCommentOrText(string file, string text, bool expected)
    {
        var lexer = new CodeLexer(text, RulesFor(file));
        while (lexer.MoveNext())
        {
        }

        Assert.That(lexer.EndsInComment, Is.EqualTo(expected));
    }

    [TestCase("a.css", "background-co", "background-co")]
    [TestCase("a.yaml", "- runs-", "runs-")]
    [TestCase("a.php", "echo $na", "$na")]
    [TestCase("a.rb", "x = @na", "@na")]
    [TestCase("a.py", "x-na", "na")]
    [TestCase("a.py", "x.", "")]
    [TestCase("a.md", "a - ", "")]
    public void Word_BeginsByTheLanguage(string file, string text, string word) => Assert.That(text[RulesFor(file).StartOfWord(text, text.Length)..], Is.EqualTo(word));

    private static bool IsTorn(string text, int at) => at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);

    private static LexicalRules RulesFor(string file) => LexicalRules.For(DocumentPath.FromFile("/" + file));

    private static string Written(string text, LexicalRules rules) =>
        string.Join(' ', CodeLexer.Read(text, rules).Select(token => token.Kind == CodeTokenKind.LineBreak ? "⏎" : token.In(text).ToString()));
}
