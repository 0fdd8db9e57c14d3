using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Glassbox.Completion.CSharp.SitePlace;

namespace Glassbox.Completion.CSharp;

/// <summary>The keywords that fit a place. A keyword too many is a nuisance, one too few a gap; the rules stay short.</summary>
internal static class CSharpKeywords
{
    private static readonly string[] Builtin =
    [
        "bool", "byte", "char", "decimal", "double", "dynamic", "float", "int", "long", "nint", "nuint", "object", "sbyte", "short",
        "string", "uint", "ulong", "ushort",
    ];

    private static readonly string[] Expressions =
    [
        "await", "base", "checked", "default", "delegate", "false", "from", "nameof", "new", "null", "sizeof", "stackalloc", "this", "throw", "true",
        "typeof", "unchecked", "async", "static",
    ];

    private static readonly string[] Statements =
    [
        "break", "const", "continue", "do", "fixed", "for", "foreach", "goto", "if", "lock", "ref", "return", "switch", "try", "unsafe",
        "using", "var", "void", "while", "yield",
    ];

    private static readonly string[] Access = ["public", "private", "protected", "internal"];

    private static readonly string[] TypeKinds = ["class", "delegate", "enum", "interface", "record", "struct"];

    private static readonly string[] MemberModifiers =
    [
        "abstract", "async", "const", "event", "extern", "fixed", "new", "override", "partial", "readonly", "ref", "required", "sealed",
        "static", "unsafe", "virtual", "volatile",
    ];

    private static readonly string[] TypeModifiers = ["abstract", "file", "partial", "readonly", "ref", "sealed", "static", "unsafe"];

    private static readonly string[] QueryClauses =
    [
        "ascending", "by", "descending", "equals", "from", "group", "in", "into", "join", "let", "on", "orderby", "select", "where",
    ];

    /// <summary>The keywords of a site, without order.</summary>
    public static IEnumerable<string> At(CSharpSite site)
    {
        if (site.IsEscaped || site.Place is None or NewName) return [];
        if (site.Is(Preprocessor)) return PreprocessorWords.At(site);
        var words = new HashSet<string>(StringComparer.Ordinal);
        if (site.Is(Member | AttributeName)) return words;
        if (site.Is(Using)) AddUsing(words, site);
        if (site.Is(Accessor)) words.UnionWith(["get", "set", "init", "add", "remove", "private", "protected", "internal", "readonly"]);
        if (site.Is(AfterExpression)) words.UnionWith(["as", "is", "switch", "with", "and", "or", "when"]);
        if (site.Is(Query)) words.UnionWith(QueryClauses);
        if (site.Is(Expression)) words.UnionWith(Expressions);
        if (site.Is(Expression | TypeName | Creation | Pattern | TypeMember | Override)) words.UnionWith(Builtin);
        if (site.Is(Pattern)) words.UnionWith(["not", "null", "true", "false", "var", "default", "typeof", "nameof"]);
        if (site.Is(Argument)) words.UnionWith(["in", "out", "ref"]);
        if (site.Is(Parameter)) words.UnionWith(["in", "out", "params", "ref", "scoped", "this", "readonly"]);
        if (site.Is(Constraint)) words.UnionWith(["class", "struct", "notnull", "unmanaged", "new", "default", "allows"]);
        if (site.Is(Statement)) AddStatements(words, site);
        if (site.Is(TypeMember)) AddMembers(words, site, MemberModifiers);
        if (site.Is(TopLevel)) AddTopLevel(words, site);
        if (site.Is(TypeName) && site.Left.Parent is RefTypeSyntax) words.Add("readonly");
        if (BeginsVariable(site)) words.Add("var");
        return words;
    }

    private static bool BeginsVariable(CSharpSite site) =>
        (site.Is(TypeName) && site.Marked.Parent?.Parent is VariableDeclarationSyntax or ForEachStatementSyntax or DeclarationExpressionSyntax)
        || (site.Left.IsKind(SyntaxKind.OutKeyword) && site.Left.Parent is ArgumentSyntax)
        || (site.Left.IsKind(SyntaxKind.OpenParenToken) && site.Left.Parent is CommonForEachStatementSyntax or ForStatementSyntax or UsingStatementSyntax)
        || (site.Left.IsKind(SyntaxKind.UsingKeyword) && site.Left.Parent is UsingStatementSyntax or LocalDeclarationStatementSyntax);

    private static void AddUsing(HashSet<string> words, CSharpSite site)
    {
        if (site.Left.IsKind(SyntaxKind.UsingKeyword)) words.UnionWith(["static", "unsafe"]);
    }

    private static void AddStatements(HashSet<string> words, CSharpSite site)
    {
        words.UnionWith(Statements);
        var before = site.Marked.GetPreviousToken();
        var owner = before.Parent;
        if (site.Marked.Parent?.Ancestors().OfType<SwitchSectionSyntax>().Any() == true || owner is SwitchStatementSyntax)
            words.UnionWith(["case", "default"]);

        // "else", "catch" and "finally" stand where the statement before left off.
        var statement = owner?.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault(node => node.GetLastToken() == before);
        for (SyntaxNode? node = statement; node is not null && node.GetLastToken() == before; node = node.Parent)
        {
            if (node.Parent is IfStatementSyntax { Else: null }) words.Add("else");
            if (node.Parent is TryStatementSyntax or CatchClauseSyntax || node is TryStatementSyntax) words.UnionWith(["catch", "finally"]);
        }

        if (site.Left.Parent is TryStatementSyntax or CatchClauseSyntax or BlockSyntax { Parent: TryStatementSyntax or CatchClauseSyntax })
            words.UnionWith(["catch", "finally"]);
    }

    private static void AddMembers(HashSet<string> words, CSharpSite site, IEnumerable<string> modifiers)
    {
        words.UnionWith(modifiers);
        words.UnionWith(Access);
        words.UnionWith(TypeKinds);
        words.Add("void");
        if (site.Left.Kind() is SyntaxKind.ImplicitKeyword or SyntaxKind.ExplicitKeyword) words.Add("operator");
        else if (site.Left.IsKind(SyntaxKind.StaticKeyword)) words.UnionWith(["implicit", "explicit"]);
        RemoveWritten(words, site);
    }

    private static void AddTopLevel(HashSet<string> words, CSharpSite site)
    {
        words.UnionWith(TypeModifiers);
        words.UnionWith(TypeKinds);
        words.UnionWith(["public", "internal"]);
        if (!RemoveWritten(words, site)) words.UnionWith(["using", "namespace", "global", "extern"]);
    }

    // "public static $0": what is written is not offered again, and a second accessibility only where two make sense.
    private static bool RemoveWritten(HashSet<string> words, CSharpSite site)
    {
        var any = false;
        for (var token = site.Marked.GetPreviousToken(); IsModifier(token); token = token.GetPreviousToken())
        {
            any = true;
            words.Remove(token.ValueText);
            if (token.Kind() is SyntaxKind.PublicKeyword) words.ExceptWith(Access);
            else if (token.Kind() is SyntaxKind.PrivateKeyword) words.ExceptWith(["public", "internal"]);
            else if (token.Kind() is SyntaxKind.InternalKeyword) words.ExceptWith(["public", "private"]);
            else if (token.Kind() is SyntaxKind.ProtectedKeyword) words.Remove("public");
        }

        return any;
    }

    private static bool IsModifier(SyntaxToken token) =>
        SyntaxFacts.IsKeywordKind(token.Kind()) && (Access.Contains(token.ValueText) || MemberModifiers.Contains(token.ValueText) || token.ValueText is "file")
        || (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText is "partial" or "async" or "required" or "file");
}
